package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.ErrorPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages with the ways in besides the form; each is checked on arrival, as all pages are. */
@Tag("any-database")
final class IdentityProviderPagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("provider-pages", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private static RelyingParty shop;

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void providers() {
        PROVIDER.createIn(TENANT, "google", Map.of());
        PROVIDER.createIn(
                TENANT, "fabrikam", Map.of("displayName", "Fabrikam & Sons, Office Supplies of Northern Germany"));
        PROVIDER.createIn(TENANT, "unlisted", Map.of());
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("shop").lists("google", "fabrikam")));
    }

    @Test
    void thePagesWorkWithJavaScriptOff() {
        assertThat(refusal(withoutJavaScript)).isEqualTo("This app does not offer this way to sign in.");
    }

    @Test
    void thePagesFitIntoANarrowWindow() {
        refusal(narrow);
    }

    @Test
    void thePagesAreAccessibleInTheDark() {
        refusal(dark);
    }

    @Test
    void thePagesSpeakGerman() {
        assertThat(refusal(german)).isEqualTo("Diese App bietet diesen Anmeldeweg nicht an.");
    }

    /** Walks over sign-in and sign-up to an address that no button has. */
    private static String refusal(BrowserSession browser) {
        browser.open(shop.signIn().uri());
        new SignInPage(browser).createOne();
        String button = browser.page().locator("#xt-provider-google").getAttribute("href");
        browser.open(URI.create(browser.page().url()).resolve(button.replace("/google/", "/unlisted/")));
        return new ErrorPage(browser).reason();
    }
}
