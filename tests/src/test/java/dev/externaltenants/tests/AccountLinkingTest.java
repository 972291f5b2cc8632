package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.AuthenticatorApp;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An identity is linked to an existing account only by who proves that account, whatever the provider says. */
final class AccountLinkingTest {

    private static final String PROVIDER = "fabrikam";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("linking", MAIL);

    @RegisterExtension
    static final Tenant EDITED = Tenant.named("linking-edited", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static RelyingParty shop;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        secured = TENANT.app(
                "secured",
                TENANT.userFlow(FlowSpec.named("secured").requiresMfa().lists(PROVIDER)));
    }

    @Test
    void anAccountWithAPasswordIsLinkedByThePassword() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage page = journey.comeBack(PROVIDER, email).asking("password");

        assertThat(page.text()).contains("You already have an account").contains(ForeignProvider.NAME);
        assertThat(providersOf(email)).isEmpty();
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.password(page, Journey.PASSWORD).returned());
        assertThat(tokens.id().getSubject())
                .isEqualTo(TENANT.customer(email).path("id").asText());
        assertThat(providersOf(email)).containsExactly(PROVIDER);
    }

    @Test
    void aLinkedCustomerNeedsNoPasswordAnyMore() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney first = FederatedJourney.at(shop, MAIL);
        first.password(first.comeBack(PROVIDER, email), Journey.PASSWORD).returned();
        FederatedJourney later = FederatedJourney.at(shop, MAIL);

        SignIn.Tokens tokens =
                later.signIn().redeem(later.comeBack(PROVIDER, email).returned());

        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
    }

    @Test
    void aVerifiedAddressWithoutThePasswordOfItsAccountLinksNothing() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage refused = journey.password(journey.comeBack(PROVIDER, email), "not-the-Password-1");

        assertThat(refused.errorOf("password")).contains("The password is not correct");
        assertThat(providersOf(email)).isEmpty();
        // It is booked behind the response.
        Waits.until("the failure to be booked", Duration.ofSeconds(10), () -> failuresOf(email) == 1);
    }

    /** The provider can say any address: nothing may tell whether it has an account, and nothing may be linked. */
    @Test
    void anAddressThatTheProviderDoesNotVouchForTellsNothingOfItsAccount() {
        String victim = accountWithPassword();
        String nobody = Customers.anyone();
        FABRIKAM.user("as-" + victim, victim, false, Map.of());
        FABRIKAM.user("as-" + nobody, nobody, false, Map.of());

        FormPage ofVictim = FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, "as-" + victim);
        FormPage ofNobody = FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, "as-" + nobody);

        assertThat(ofVictim.asks("code")).isTrue();
        assertThat(ofVictim.text().replaceAll("c\\S+@\\S+|\\d+ seconds?", ""))
                .isEqualTo(ofNobody.text().replaceAll("c\\S+@\\S+|\\d+ seconds?", ""));
        assertThat(ofVictim.status()).isEqualTo(ofNobody.status());
        assertThat(providersOf(victim)).isEmpty();
    }

    @Test
    void whoProvedAnUnconfirmedAddressStillNeedsThePasswordOfItsAccount() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage page = journey.codeFrom(journey.comeBack(PROVIDER, email), email);

        assertThat(page.asks("password")).as(page.toString()).isTrue();
        assertThat(providersOf(email)).isEmpty();
    }

    @Test
    void anAccountWithoutPasswordIsLinkedByACode() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage code = journey.comeBack(PROVIDER, email).asking("code");

        assertThat(code.text()).contains("You already have an account");
        assertThat(providersOf(email)).isEmpty();
        journey.signIn().redeem(journey.codeFrom(code, email).returned());
        assertThat(providersOf(email)).containsExactly(PROVIDER);
    }

    /** As from before the realm became a tenant. */
    @Test
    void anAddressOfTwoAccountsIsLinkedToNeither() {
        String email = Customers.anyone();
        String realm = "/" + TENANT.realm();
        TENANT.admin()
                .put(
                        realm,
                        Map.of(
                                "registrationEmailAsUsername", false,
                                "loginWithEmailAllowed", false,
                                "duplicateEmailsAllowed", true))
                .expect(204);
        List.of("one", "two").forEach(name -> TENANT.admin()
                .post(
                        realm + "/users",
                        Map.of("username", name + "-of-two", "email", email, "emailVerified", true, "enabled", true))
                .expect(201));
        TENANT.admin()
                .put(
                        realm,
                        Map.of(
                                "duplicateEmailsAllowed", false,
                                "loginWithEmailAllowed", true,
                                "registrationEmailAsUsername", true))
                .expect(204);
        FABRIKAM.user(email, email, true, Map.of());

        FormPage refused = FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, email);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.text()).contains("account");
        assertThat(providersOf(email)).isEmpty();
    }

    @Test
    void aCodeThatProvedTheAddressIsNotAskedForTwice() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        FABRIKAM.user(email, email, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage code = journey.comeBack(PROVIDER, email).asking("code");
        journey.signIn().redeem(journey.codeFrom(code, email).returned());

        assertThat(providersOf(email)).containsExactly(PROVIDER);
        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    @Test
    void whereTheFlowAsksForASecondFactorItIsProvenBeforeAnythingIsLinked() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage code = journey.password(journey.comeBack(PROVIDER, email), Journey.PASSWORD)
                .asking("code");

        assertThat(providersOf(email)).isEmpty();
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.codeFrom(code, email).returned());
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
        assertThat(providersOf(email)).containsExactly(PROVIDER);
    }

    /** It has no user flow, so it lets nobody sign up; one app's second factor is asked there as well. */
    @Test
    void anAccountIsLinkedAtTheAccountConsoleToo() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage page = journey.comeBack(consolePage(journey), PROVIDER, email).asking("password");

        assertThat(page.text()).contains("You already have an account");
        FormPage code = journey.password(page, Journey.PASSWORD).asking("code");
        assertThat(providersOf(email)).isEmpty();
        FormPage console = journey.codeFrom(code, email);
        assertThat(console.uri().getPath()).as(console.toString()).endsWith("/account/");
        assertThat(providersOf(email)).containsExactly(PROVIDER);
    }

    @Test
    void nobodySignsUpAtTheAccountConsole() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage refused = journey.comeBack(consolePage(journey), PROVIDER, email);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void loadingThePageOfTheSecondFactorAgainDoesNotPassItBy() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);
        FormPage code = journey.password(journey.comeBack(PROVIDER, email), Journey.PASSWORD)
                .asking("code");

        FormPage again = journey.browser().open(firstLoginUri(code));

        assertThat(again.asks("code")).as(again.toString()).isTrue();
        assertThat(providersOf(email)).isEmpty();
    }

    @Test
    void anAccountThatOnlyACodeOpensIsNotLinkedWhereASecondFactorIsAsked() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage refused = journey.codeFrom(journey.comeBack(PROVIDER, email), email);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(providersOf(email)).isEmpty();
    }

    @Test
    void anAccountThatACodeOpensIsLinkedByItsAuthenticatorAppWhereASecondFactorIsAsked() {
        AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
        String email = Customers.anyone();
        TENANT.existingCustomer(email, List.of(app.credential()));
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage second =
                journey.codeFrom(journey.comeBack(PROVIDER, email), email).asking("otp");
        assertThat(providersOf(email)).isEmpty();
        journey.browser().submit(second, Map.of("otp", app.code())).returned();

        assertThat(second.document().select("#try-another-way")).isEmpty();
        assertThat(providersOf(email)).hasSize(1);
    }

    @Test
    void theLinkPageOfOneBrowserIsOfNoUseInAnother() {
        String email = accountWithPassword();
        FABRIKAM.user(email, email, true, Map.of());
        FormPage page =
                FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, email).asking("password");

        FormPage elsewhere = new FormBrowser().post(page.action(), Map.of("password", Journey.PASSWORD));

        assertThat(elsewhere.leftFor()).as(elsewhere.toString()).isNull();
        assertThat(providersOf(email)).isEmpty();
    }

    @Test
    void whoComesBackAsSomebodyElseBeforeLinkingLinksTheFirstIdentityOnly() {
        String email = accountWithPassword();
        String other = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FABRIKAM.user(other, other, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);
        FormPage link = journey.comeBack(PROVIDER, email).asking("password");

        journey.browser().forgetCookiesOf(FABRIKAM.path());
        FormPage back = journey.comeBack(link, PROVIDER, other);
        journey.password(back, Journey.PASSWORD).returned();

        assertThat(identityOf(email)).containsExactly(email);
        assertThat(TENANT.customer(other).isMissingNode()).isTrue();
    }

    /** The tab's sign-in knows a user then whom this first login neither created nor proved. */
    @Test
    void aPasswordTypedInAnotherFlowOfTheSameTabLinksNothing() {
        String victim = accountWithPassword();
        String attacker = accountWithPassword();
        FABRIKAM.user(victim, victim, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);
        FormPage link = journey.comeBack(PROVIDER, victim).asking("password");
        FormPage identify = journey.browser().open(browserFlowUri(link)).asking("username");
        FormPage password = journey.browser().submit(identify, Map.of("username", attacker));
        journey.browser().submit(password, Map.of("password", Journey.PASSWORD)).asking("code");

        FormPage back = journey.browser().open(firstLoginUri(link));
        FormPage end = back.asks("password") ? journey.password(back, "not-the-Password-1") : back;

        assertThat(end.leftFor()).as(end.toString()).isNull();
        assertThat(providersOf(attacker)).isEmpty();
        assertThat(providersOf(victim)).isEmpty();
    }

    /** Such as by an operator who edits the flow: the last step of it trusts none of those before. */
    @Test
    void aPasswordTypedInAnotherFlowOfTheSameTabLinksNothingWhereTheStepsThatProveAnAccountAreGone() {
        EDITED.existingCustomer("victim@example.com", Journey.PASSWORD);
        EDITED.existingCustomer("attacker@example.com", Journey.PASSWORD);
        FABRIKAM.oidcProviderOf(EDITED, PROVIDER);
        FABRIKAM.user("victim@example.com", "victim@example.com", true, Map.of());
        RelyingParty app =
                EDITED.app("shop", EDITED.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        FederatedJourney journey = FederatedJourney.at(app, MAIL);
        // Asks for more than the user flow does, so that the other flow is not at its end after the password.
        FormPage signIn =
                journey.browser().open(app.signIn(Map.of("acr_values", "2")).uri());
        FormPage link = journey.comeBack(signIn, PROVIDER, "victim@example.com").asking("password");
        FormPage identify = journey.browser().open(browserFlowUri(link)).asking("username");
        FormPage password = journey.browser().submit(identify, Map.of("username", "attacker@example.com"));
        FormPage code = journey.browser()
                .submit(password, Map.of("password", Journey.PASSWORD))
                .asking("code");
        switchOffTheStepsThatProveAnAccount(EDITED);

        FormPage refused = journey.browser().open(firstLoginUri(link));

        assertThat(code.status()).isEqualTo(200);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(linksOf(EDITED, "attacker@example.com")).isEmpty();
        assertThat(linksOf(EDITED, "victim@example.com")).isEmpty();
    }

    private static void switchOffTheStepsThatProveAnAccount(Tenant tenant) {
        String executions = "/" + tenant.realm() + "/authentication/flows/xt%20first%20broker%20login/executions";
        for (JsonNode execution : tenant.admin().get(executions).expect(200).json()) {
            if (execution.path("displayName").asText().equals("xt broker link")) {
                tenant.admin()
                        .put(executions, ((ObjectNode) execution).put("requirement", "DISABLED"))
                        .expect(204);
            }
        }
    }

    private static FormPage consolePage(FederatedJourney journey) {
        Map<String, String> console = Map.of("redirect_uri", TENANT.issuer() + "/account/");
        return journey.browser()
                .open(RelyingParty.of(TENANT, "account-console").signIn(console).uri());
    }

    private static String accountWithPassword() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        return email;
    }

    private static URI firstLoginUri(FormPage page) {
        return withoutStep(page, "first-broker-login");
    }

    private static URI browserFlowUri(FormPage page) {
        return withoutStep(page, "authenticate");
    }

    private static URI withoutStep(FormPage page, String flow) {
        return URI.create(page.action()
                .toString()
                .replaceAll("(session_code|execution)=[^&]*&", "")
                .replaceFirst("/login-actions/[a-z-]+\\?", "/login-actions/" + flow + "?"));
    }

    private static List<String> providersOf(String email) {
        return linksOf(TENANT, email).findValuesAsText("identityProvider");
    }

    private static List<String> identityOf(String email) {
        return linksOf(TENANT, email).findValuesAsText("userName");
    }

    private static JsonNode linksOf(Tenant tenant, String email) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/users/"
                        + tenant.customer(email).path("id").asText() + "/federated-identity")
                .expect(200)
                .json();
    }

    private static int failuresOf(String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/attack-detection/brute-force/users/"
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json()
                .path("numFailures")
                .asInt();
    }
}
