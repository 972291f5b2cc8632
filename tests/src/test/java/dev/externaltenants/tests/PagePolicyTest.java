package dev.externaltenants.tests;

import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What would get into a page does nothing there. */
@Tag("any-database")
final class PagePolicyTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("policy", MAIL);

    private static RelyingParty app;

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @BeforeAll
    static void appWithUserFlow() {
        app = TENANT.app("app", TENANT.userFlow(FlowSpec.named("policy")));
    }

    @Test
    void aScriptInsideThePageDoesNotRun() {
        openSignIn();

        browser.page()
                .evaluate("const script = document.createElement('script');"
                        + "script.textContent = 'window.ran = true'; document.body.append(script)");

        assertThat(browser.page().evaluate("window.ran === undefined")).isEqualTo(true);
        awaitRefusal();
    }

    @Test
    void aHandlerInsideATagDoesNotRun() {
        openSignIn();

        browser.page()
                .evaluate(
                        "document.body.insertAdjacentHTML('beforeend', '<b id=bait onclick=\"window.ran = true\">x</b>');"
                                + "document.getElementById('bait').click()");

        assertThat(browser.page().evaluate("window.ran === undefined")).isEqualTo(true);
        awaitRefusal();
    }

    @Test
    void nothingIsSentElsewhere() {
        openSignIn();

        Object answer =
                browser.page().evaluate("fetch('https://elsewhere.example/').then(() => 'sent', () => 'refused')");

        assertThat(answer).isEqualTo("refused");
        awaitRefusal();
    }

    /** Keycloak adds a script to the answer to a form, where it finds the place for one. */
    @Test
    void nothingOfAPageThatAnswersAFormIsRefused() {
        openSignIn();

        new SignInPage(browser).createOne().sendCodeTo("newcomer@example.com");

        assertThat(browser.refusedByPolicy()).isEmpty();
    }

    /** The browser tells of it beside what it answers. */
    private void awaitRefusal() {
        browser.page().waitForCondition(() -> !browser.refusedByPolicy().isEmpty());
    }

    private void openSignIn() {
        browser.open(app.signIn().uri());
        new SignInPage(browser);
    }
}
