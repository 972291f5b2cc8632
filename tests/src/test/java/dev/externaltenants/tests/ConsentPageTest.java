package dev.externaltenants.tests;

import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.ConsentPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that asks for consents works for everybody; the page objects check it on arrival. */
@Tag("any-database")
final class ConsentPageTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("consent-page", MAIL);

    private static RelyingParty shop;

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void shopWithTerms() {
        TENANT.attribute("terms", "BOOLEAN");
        TENANT.attribute("news", "BOOLEAN");
        shop = TENANT.app(
                "shop",
                TENANT.userFlow(FlowSpec.named("customers")
                        .asksConsent("terms", "1", true)
                        .asksConsent("news", "1", false)));
    }

    @Test
    void worksWithJavaScriptOff() {
        answer(withoutJavaScript);
    }

    @Test
    void fitsIntoANarrowWindow() {
        answer(narrow);
    }

    @Test
    void speaksGerman() {
        answer(german);

        assertThat(german.page().locator("html").getAttribute("lang")).isEqualTo("de");
    }

    private static void answer(BrowserSession browser) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        browser.open(shop.signIn().uri());
        new SignInPage(browser).continueAs(email).give(Journey.PASSWORD);

        ConsentPage refused = new ConsentPage(browser).tick("news").refused();

        assertThat(refused.errorOf("attr.terms")).isNotEmpty();
        assertThat(browser.page().locator("[name='attr.news']").isChecked()).isTrue();
    }
}
