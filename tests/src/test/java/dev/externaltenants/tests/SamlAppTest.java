package dev.externaltenants.tests;

import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SamlApp;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Apps that speak SAML: an assertion leaves by their user flow alone, as a token does. */
final class SamlAppTest {

    private static final String ASSERTION = "<saml:Assertion";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("saml-app", MAIL);

    private final String email = Customers.anyone();
    private final FormBrowser browser = new FormBrowser();

    @BeforeEach
    void customer() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void aCustomerSignsInWithBothFactors() {
        SamlApp payroll = SamlApp.registered(
                TENANT, "payroll", TENANT.userFlow(FlowSpec.named("payroll").requiresMfa()));

        FormPage code = signIn(payroll).asking("code");
        String response =
                SamlApp.response(browser.submit(code, Map.of("code", MAIL.codeFor(email), "action", "verify")));

        assertThat(response).contains(SamlApp.SUCCESS, ASSERTION);
    }

    @Test
    void aPasswordWithoutABrowserBringsNoAssertion() {
        SamlApp terminal = SamlApp.registered(TENANT, "terminal", TENANT.userFlow(FlowSpec.named("terminal")));

        assertThat(terminal.signInWithoutBrowser(email, Journey.PASSWORD).body())
                .doesNotContain(SamlApp.SUCCESS, ASSERTION);
    }

    /** Keycloak counts no wrong password there, so right and wrong must look alike. */
    @Test
    void noPasswordIsTriedOutWithoutABrowser() {
        SamlApp guessing = SamlApp.registered(TENANT, "guessing", TENANT.userFlow(FlowSpec.named("guessing")));

        Answer right = guessing.signInWithoutBrowser(email, Journey.PASSWORD);
        Answer wrong = guessing.signInWithoutBrowser(email, "Wrong-Horse-9");

        assertThat(right.status()).isEqualTo(wrong.status());
        assertThat(told(right)).isEqualTo(told(wrong)).contains("urn:oasis:names:tc:SAML:2.0:status:");
    }

    private FormPage signIn(SamlApp app) {
        FormPage identify = browser.open(app.signIn()).asking("username");
        FormPage password = browser.submit(identify, Map.of("username", email));
        return browser.submit(password, Map.of("password", Journey.PASSWORD));
    }

    /** What an answer says, without what is new each time. */
    private static String told(Answer answer) {
        return String.join(
                " ",
                answer.body()
                        .replaceAll("(ID|IssueInstant|InResponseTo)=\"[^\"]*\"", "")
                        .replaceAll("(?s)<dsig:Signature .*?</dsig:Signature>", ""));
    }
}
