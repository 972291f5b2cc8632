package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SamlApp;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Apps that speak SAML: an assertion leaves by their user flow alone, as a token does. */
@Tag("any-database")
final class SamlAppTest {

    private static final String ASSERTION = "<saml:Assertion";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("saml-app", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

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

    /** Keycloak's own browser flow asks no gate of ours, so the last door is the answer to the app. */
    @Test
    void aMappedAppThatOverridesTheFlowsAfterwardsGetsNoAssertion() {
        SamlApp archive = SamlApp.registered(TENANT, "archive", TENANT.userFlow(FlowSpec.named("archive")));
        assertThat(SamlApp.response(signIn(archive))).contains(SamlApp.SUCCESS, ASSERTION);
        ClosedAppTest.overrideBrowserFlowOf(TENANT, "archive");

        String response = SamlApp.response(browser.open(archive.signIn()));

        assertRefused(response);
        assertThat(errors("archive")).containsExactly("xt_app_unavailable");
    }

    /** Who manages providers at Keycloak can take our flow away from one. */
    @Test
    void aProviderThatLeadsPastTheSecondFactorBringsNoAssertion() {
        FABRIKAM.oidcProviderOf(TENANT, "fabrikam");
        FABRIKAM.user(email, email, true, Map.of());
        SamlApp ledger = SamlApp.registered(
                TENANT,
                "ledger",
                TENANT.userFlow(FlowSpec.named("ledger").requiresMfa().lists("fabrikam")));
        link(email, "fabrikam");
        takePostLoginFlowFrom("fabrikam");

        FormPage atProvider = browser.open(FederatedJourney.brokerUri(browser.open(ledger.signIn()), "fabrikam"));
        String response = SamlApp.response(
                browser.submit(atProvider, Map.of("username", email, "password", ForeignProvider.PASSWORD)));

        assertRefused(response);
        assertThat(errors("ledger")).containsExactly("xt_identity_provider_not_checked");
    }

    private static void assertRefused(String response) {
        assertThat(response)
                .doesNotContain(SamlApp.SUCCESS, ASSERTION)
                .contains("urn:oasis:names:tc:SAML:2.0:status:RequestDenied");
    }

    private static List<String> errors(String clientId) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=LOGIN_ERROR&client=" + clientId)
                .expect(200)
                .json()
                .findValuesAsText("error");
    }

    private static void link(String email, String alias) {
        TENANT.link(email, alias, FABRIKAM.idOf(email));
    }

    private static void takePostLoginFlowFrom(String alias) {
        String path = "/" + TENANT.realm() + "/identity-provider/instances/" + alias;
        JsonNode provider = TENANT.admin().get(path).expect(200).json();
        TENANT.admin()
                .put(path, ((ObjectNode) provider).put("postBrokerLoginFlowAlias", ""))
                .expect(204);
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
