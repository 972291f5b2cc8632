package dev.externaltenants.tests;

import java.net.URI;

import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages on which an address is changed work for everybody, in a real browser. */
@Tag("any-database")
final class EmailChangePagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("email-change-pages", MAIL);

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    private String email;

    @BeforeAll
    static void aUserFlow() {
        TENANT.userFlow(FlowSpec.named("customers").asks("givenName"));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void everyPageWorksWithJavaScriptOff() {
        changeAddress(withoutJavaScript);
    }

    @Test
    void everyPageIsAccessibleInTheDark() {
        changeAddress(dark);
    }

    @Test
    void everyPageIsAccessibleInGerman() {
        changeAddress(german);

        assertThat(german.page().locator(".alert-success").innerText()).contains("ist geändert");
    }

    @Test
    void everyPageFitsIntoANarrowWindowAlsoFromRightToLeft() {
        addressPage(narrow);
        narrow.page().evaluate("document.documentElement.dir = 'rtl'");
        narrow.arrivedAt("rtl-email-change");

        changeAddress(narrow);
    }

    /** Enter in a field sends what was typed, and does not cancel. */
    @Test
    void aKeyboardIsEnough() {
        String wanted = Customers.anyone();
        addressPage(dark);
        typeInto("#email", wanted);
        // Only then has the form left for sure: a key, unlike a click, is not waited for.
        dark.page().locator("#code").waitFor();
        typeInto("#code", MAIL.codeFor(wanted));
        dark.page().locator(".alert-success").waitFor();

        assertThat(dark.page().locator("#xt-email").innerText()).isEqualTo(wanted);
    }

    /** The page itself puts the cursor into the field, a moment after it is there: what is typed before is lost. */
    private void typeInto(String field, String text) {
        dark.page().locator(field + ":focus").waitFor();
        dark.page().keyboard().type(text);
        dark.page().keyboard().press("Enter");
    }

    private void changeAddress(BrowserSession browser) {
        String wanted = Customers.anyone();
        addressPage(browser);
        browser.page().locator("#email").fill(email);
        browser.page().locator("#xt-send-code").click();
        browser.page().locator("#email-error").waitFor();
        browser.arrivedAt("email-change-refused");
        browser.page().locator("#email").fill(wanted);
        browser.page().locator("#xt-send-code").click();
        browser.page().locator("#code").waitFor();
        browser.arrivedAt("email-change-code");
        browser.page().locator("#code").fill(MAIL.codeFor(wanted));
        browser.page().locator("#xt-verify").click();
        browser.page().locator(".alert-success").waitFor();
        browser.arrivedAt("email-changed");
        assertThat(browser.page().locator("#xt-email").innerText()).isEqualTo(wanted);
    }

    private void addressPage(BrowserSession browser) {
        browser.open(URI.create(TENANT.issuer() + "/account/"));
        if (browser.page().locator("#username").count() > 0) {
            browser.page().locator("#username").fill(email);
            browser.page().locator("#username").press("Enter");
            browser.page().locator("#password").fill(Journey.PASSWORD);
            browser.page().locator("#password").press("Enter");
        }
        browser.page().locator("#xt-change-email button").click();
        browser.page().locator("#xt-email-change").waitFor();
        browser.arrivedAt("email-change");
    }
}
