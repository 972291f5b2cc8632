package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers who come back with an identity provider pass what the app's user flow asks, and nobody comes past it. */
@Tag("any-database")
final class FederatedSignInTest {

    private static final String PROVIDER = "fabrikam";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("returning", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static RelyingParty shop;
    private static RelyingParty club;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        TENANT.attribute("acceptedTerms", "BOOLEAN");
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        club = TENANT.app(
                "club",
                TENANT.userFlow(FlowSpec.named("club")
                        .asks("city")
                        .asksOptionally("jobTitle", "TEXT")
                        .asksConsent("acceptedTerms", "I accept the terms")
                        .lists(PROVIDER)));
        secured = TENANT.app(
                "secured",
                TENANT.userFlow(FlowSpec.named("secured").requiresMfa().lists(PROVIDER)));
    }

    @Test
    void aReturningCustomerIsAskedNothingMore() {
        String email = customer();
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.comeBack(PROVIDER, email).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void whatTheFlowRequiresAndTheAccountLacksIsAskedOnce() {
        String email = customer();
        FederatedJourney journey = FederatedJourney.at(club, MAIL);

        FormPage page = journey.comeBack(PROVIDER, email);

        assertThat(page.document().select("[name^=attr.]").eachAttr("name"))
                .containsExactly("attr.city", "attr.acceptedTerms");
        FormPage refused = journey.collect(page, Map.of("city", "Oslo"));
        assertThat(refused.errorOf("attr.acceptedTerms")).isNotEmpty();
        assertThat(TENANT.customer(email).path("attributes").has("locality")).isFalse();
        journey.signIn()
                .redeem(journey.collect(refused, Map.of("city", "Oslo", "acceptedTerms", "true"))
                        .returned());
        assertThat(TENANT.customer(email).at("/attributes/locality/0").asText()).isEqualTo("Oslo");
        FederatedJourney.at(club, MAIL).comeBack(PROVIDER, email).returned();
    }

    @Test
    void whatTheAccountHasIsNotChangedByWhoAnswers() {
        String email = customer();
        FederatedJourney journey = FederatedJourney.at(club, MAIL);

        journey.collect(
                        journey.comeBack(PROVIDER, email),
                        Map.of("city", "Oslo", "acceptedTerms", "true", "jobTitle", "President", "givenName", "Eve"))
                .returned();

        assertThat(TENANT.customer(email).path("attributes").has("jobTitle")).isFalse();
        assertThat(TENANT.customer(email).path("firstName").asText()).isEmpty();
    }

    @Test
    void theProviderIsOneFactorAndACodeTheSecond() {
        String email = customer();
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage code = journey.comeBack(PROVIDER, email).asking("code");
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.codeFrom(code, email).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void aSessionThatCameFromTheProviderIsAskedForTheCodeOnly() {
        String email = customer();
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);
        journey.comeBack(PROVIDER, email).returned();
        SignIn atSecured = secured.signIn();

        FormPage code = journey.browser().open(atSecured.uri()).asking("code");

        SignIn.Tokens tokens = atSecured.redeem(journey.codeFrom(code, email).returned());
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void twoPeopleInOneTabPassAllStepsEach() {
        String one = customer();
        String two = customer();
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);
        FormPage code = journey.comeBack(PROVIDER, one).asking("code");

        journey.browser().forgetCookiesOf(FABRIKAM.path());
        FormPage codeOfTwo = journey.comeBack(code, PROVIDER, two).asking("code");
        // What the first one had passed is gone through again, and the code with it.
        FormPage again = journey.codeFrom(codeOfTwo, two).asking("code");
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.codeFrom(again, two).returned());

        assertThat(tokens.id().getClaim("email")).isEqualTo(two);
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    /** Keycloak keeps what a tab has passed; the second factor of one account must not pass for another's. */
    @Test
    void theSecondFactorOfOneAccountIsWorthNothingForAnotherInTheSameTab() {
        String own = customer();
        String victim = customer();
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);
        FormPage code = journey.comeBack(PROVIDER, own).asking("code");
        URI ownEnd = journey.browser()
                .postUpTo(
                        "after-post-broker-login", code.action(), Map.of("code", MAIL.codeFor(own), "action", "verify"))
                .leftFor();
        assertThat(ownEnd).isNotNull();
        journey.browser().forgetCookiesOf(FABRIKAM.path());

        FormPage atProvider = journey.browser()
                .open(URI.create(ownEnd.toString().replace("after-post-broker-login", PROVIDER + "/login")));
        FormPage end = journey.signInThere(atProvider, victim);

        boolean cameBack = end.leftFor() != null && end.leftFor().toString().contains("code=");
        assertThat(cameBack && journey.signIn().redeemUnchecked(end.leftFor()).status() == 200)
                .as(end.toString())
                .isFalse();
    }

    @Test
    void aProviderWithoutOurStepsGetsNobodyTokensUntilAFlowListsItAnew() {
        String email = customer();
        changePostLoginFlow();
        FederatedJourney past = FederatedJourney.at(shop, MAIL);
        try {
            assertNoTokens(past, past.comeBack(PROVIDER, email));
        } finally {
            TENANT.admin().put(TENANT.path(""), Map.of()).expect(200);
        }

        FederatedJourney journey = FederatedJourney.at(shop, MAIL);
        journey.signIn().redeem(journey.comeBack(PROVIDER, email).returned());
    }

    private static void assertNoTokens(FederatedJourney journey, FormPage end) {
        assertThat(end.leftFor()).as(end.toString()).isNotNull();
        assertThat(end.leftFor().toString()).contains("code=");
        assertThat(journey.signIn().redeemUnchecked(end.leftFor()).status()).isEqualTo(400);
    }

    private static void changePostLoginFlow() {
        String path = "/" + TENANT.realm() + "/identity-provider/instances/" + PROVIDER;
        ObjectNode provider = (ObjectNode) TENANT.admin().get(path).expect(200).json();
        TENANT.admin().put(path, provider.put("postBrokerLoginFlowAlias", "")).expect(204);
    }

    /** Returns a customer who signed up with the provider. */
    private static String customer() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, email).returned();
        return email;
    }
}
