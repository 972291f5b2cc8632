package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import com.microsoft.playwright.Route;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Trusting a device, and taking that back, works for everybody, in a real browser. */
@Tag("any-database")
final class TrustedDevicePagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("device-pages", MAIL);

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    private static RelyingParty app;

    private String email;

    @BeforeAll
    static void anAppThatTrustsDevices() {
        app = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").trustsDevices(30)));
    }

    @BeforeEach
    void aCustomerWithAnotherDevice() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey elsewhere = Journey.at(app, MAIL);
        FormPage code = elsewhere.passwordGiven(email, Journey.PASSWORD);
        elsewhere
                .browser()
                .submit(code, Map.of("code", MAIL.codeFor(email), "action", "verify", "trustDevice", "on"))
                .returned();
    }

    @Test
    void withoutJavaScript() {
        trustAndTakeBack(withoutJavaScript);
    }

    @Test
    void inANarrowWindow() {
        trustAndTakeBack(narrow);
    }

    @Test
    void inTheDark() {
        trustAndTakeBack(dark);
    }

    @Test
    void inGerman() {
        trustAndTakeBack(german);

        assertThat(german.page().locator("body").innerText()).contains("nicht");
    }

    @Test
    void fromRightToLeftAndByTheKeyboardAlone() {
        toTheCode(narrow);
        narrow.page().evaluate("document.documentElement.dir = 'rtl'");
        narrow.arrivedAt("code-trust-rtl");

        narrow.page().locator("#code").fill(MAIL.codeFor(email));
        narrow.page().keyboard().press("Tab");
        narrow.page().keyboard().press("Space");

        assertThat(narrow.page().locator("#xt-trust-device").isChecked()).isTrue();
    }

    private void trustAndTakeBack(BrowserSession browser) {
        toTheCode(browser);
        assertThat(browser.page().locator("#xt-trust-device").isChecked()).isFalse();
        browser.arrivedAt("code-trust");
        browser.page().locator("label[for=xt-trust-device]").click();
        browser.page().locator("#code").fill(MAIL.codeFor(email));
        browser.page()
                .route(
                        RelyingParty.CALLBACK + "?**",
                        back -> back.fulfill(new Route.FulfillOptions().setBody("Back at the app")));
        browser.page().locator("#xt-verify").click();
        browser.page().getByText("Back at the app").waitFor();

        browser.open(URI.create(TENANT.issuer() + "/account/sign-in"));
        browser.page().locator("#xt-devices-title").waitFor();
        browser.arrivedAt("devices");
        assertThat(browser.page().locator("#xt-devices button").count()).isEqualTo(3);
        browser.page().locator("#xt-devices button").first().click();
        browser.page().locator(".alert-success").waitFor();
        browser.arrivedAt("device-forgotten");
    }

    private void toTheCode(BrowserSession browser) {
        browser.open(app.signIn().uri());
        browser.page().locator("[name=username]").fill(email);
        browser.page().locator("#xt-continue").click();
        browser.page().locator("[name=password]").fill(Journey.PASSWORD);
        browser.page().locator("#xt-sign-in").click();
        browser.page().locator("#xt-trust-device").waitFor();
    }
}
