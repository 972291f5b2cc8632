package dev.externaltenants.tests;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An app that a customer of another app opens asks only for what the session has not proven, or no longer. */
@Tag("any-database")
final class SingleSignOnTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("single-sign-on", MAIL);

    private static RelyingParty shop;
    private static RelyingParty codes;
    private static RelyingParty secured;

    private String email;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @BeforeEach
    void customerWithAPassword() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void aSessionProvenByAPasswordIsEnoughForAnAppThatSignsInByCode() {
        Journey journey = signedInByPassword();

        SignIn atCodes = codes.signIn();
        SignIn.Tokens tokens =
                atCodes.redeem(journey.browser().open(atCodes.uri()).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
    }

    @Test
    void promptLoginAsksTheKnownCustomerForThePasswordOnly() {
        Journey journey = signedInByPassword();

        FormPage password =
                journey.browser().open(shop.signIn(Map.of("prompt", "login")).uri());

        assertThat(password.asking("password").asks("username")).isFalse();
        assertThat(password.text()).contains(email);
        assertThat(password.asks("rememberMe")).isFalse();
        journey.browser().submit(password, Map.of("password", Journey.PASSWORD)).returned();
    }

    @Test
    void promptLoginTakesNobodyElsesPassword() {
        String another = Customers.anyone();
        TENANT.existingCustomer(another, "another-Battery-7");
        Journey journey = signedInByPassword();
        FormPage password =
                journey.browser().open(shop.signIn(Map.of("prompt", "login")).uri());

        FormPage refused =
                journey.browser().submit(password, Map.of("username", another, "password", "another-Battery-7"));

        assertThat(refused.errorOf("password")).isNotEmpty();
    }

    /** By what the account has, whatever the flow of the app asks new customers for. */
    @Test
    void promptLoginAsksACustomerWithoutAPasswordForACode() {
        String without = Customers.anyone();
        Journey journey = Journey.at(codes, MAIL);
        journey.signUpByCode(without, Map.of());

        FormPage code =
                journey.browser().open(shop.signIn(Map.of("prompt", "login")).uri());

        assertThat(code.asking("code").asks("username")).isFalse();
        journey.typeCode(code, MAIL.codeFor(without)).returned();
    }

    @Test
    void promptLoginAtAnAppThatRequiresMfaAsksForBothAgain() {
        Journey journey = signedInByBoth();

        FormPage password =
                journey.browser().open(secured.signIn(Map.of("prompt", "login")).uri());
        FormPage code = journey.browser().submit(password.asking("password"), Map.of("password", Journey.PASSWORD));

        journey.typeCode(code.asking("code"), MAIL.codeFor(email)).returned();
    }

    @Test
    void promptNoneAsksNothingAndSaysThatItWouldHaveTo() {
        Journey journey = signedInByPassword();

        URI silent = journey.browser()
                .open(secured.signIn(Map.of("prompt", "none")).uri())
                .returned();

        assertThat(silent.getQuery()).contains("error=login_required");
    }

    @Test
    void maxAgeAsksAgainOnceTheProofIsOlder() {
        Journey journey = signedInByPassword();
        SignIn anHour = shop.signIn(Map.of("max_age", "3600"));

        assertThat(journey.browser().open(anHour.uri()).leftFor()).isNotNull();
        after(Duration.ofMinutes(61), () -> {
            FormPage password = journey.browser()
                    .open(shop.signIn(Map.of("max_age", "3600")).uri());
            assertThat(password.asking("password").asks("username")).isFalse();
        });
    }

    @Test
    void anAppThatAsksForTheSecondLevelGetsIt() {
        Journey journey = signedInByPassword();
        SignIn asking =
                shop.signIn(Map.of("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}"));

        FormPage code = journey.browser().open(asking.uri()).asking("code");
        SignIn.Tokens tokens =
                asking.redeem(journey.typeCode(code, MAIL.codeFor(email)).returned());

        assertThat(code.asks("password")).isFalse();
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void acrValuesAskForTheSecondLevel() {
        FormPage code = signedInByPassword()
                .browser()
                .open(shop.signIn(Map.of("acr_values", "2")).uri());

        assertThat(code.asking("code").asks("password")).isFalse();
    }

    @Test
    void acrValuesNeverAskForLessThanTheFlow() {
        FormPage code = signedInByPassword()
                .browser()
                .open(secured.signIn(Map.of("acr_values", "1")).uri());

        assertThat(code.asking("code").asks("password")).isFalse();
    }

    /** As the account console does, whatever app leads there. */
    @Test
    void whoWantsToChangeThePasswordProvesWhatTheStrictestAppAsksFor() {
        FormPage code = signedInByPassword()
                .browser()
                .open(shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD")).uri());

        assertThat(code.asking("code").asks("password-new")).isFalse();
    }

    /** It changes what protects every app, as the account console does. */
    @Test
    void keycloaksAccountRestTakesNoTokenOfASessionThatProvedLess() {
        Journey one = Journey.at(shop, MAIL);
        SignIn.Tokens tokens =
                one.signIn().redeem(one.passwordGiven(email, Journey.PASSWORD).returned());
        SignIn both = shop.signIn(Map.of("acr_values", "2"));
        FormPage code = one.browser().open(both.uri()).asking("code");
        SignIn.Tokens more = both.redeem(one.typeCode(code, MAIL.codeFor(email)).returned());

        assertThat(accountRest(tokens)).isEqualTo(403);
        assertThat(accountRest(more)).isEqualTo(200);
    }

    private static int accountRest(SignIn.Tokens tokens) {
        return TENANT.admin()
                .withToken(tokens.accessToken())
                .callAt("GET", "/realms/" + TENANT.realm() + "/account/", null, Map.of("Accept", "application/json"))
                .status();
    }

    @Test
    void theSecondFactorIsAskedAgainAfterTenHoursAndThePasswordIsNotOfWhoStaysSignedIn() {
        Journey journey = Journey.at(secured, MAIL);
        FormPage first = journey.browser()
                .submit(journey.identified(email), Map.of("password", Journey.PASSWORD, "rememberMe", "on"));
        journey.typeCode(first.asking("code"), MAIL.codeFor(email)).returned();

        after(Duration.ofHours(9), () -> assertThat(
                        journey.browser().open(secured.signIn().uri()).leftFor())
                .isNotNull());
        after(Duration.ofHours(11), () -> {
            FormPage code = journey.browser().open(secured.signIn().uri()).asking("code");
            assertThat(code.asks("password")).isFalse();
            journey.typeCode(code, MAIL.codeFor(email)).returned();
        });
    }

    @Test
    void whoStaysSignedInIsAtTheFirstLevelForAsLongAsThat() {
        Journey journey = Journey.at(shop, MAIL);
        journey.browser()
                .submit(journey.identified(email), Map.of("password", Journey.PASSWORD, "rememberMe", "on"))
                .returned();

        after(Duration.ofDays(30), () -> {
            SignIn later = shop.signIn();
            URI returned = journey.browser().open(later.uri()).returned();
            JsonNode tokens = later.redeemUnchecked(returned).expect(200).json();
            assertThat(levelOf(tokens.path("id_token").asText())).isEqualTo("1");
        });
    }

    private Journey signedInByPassword() {
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        return journey;
    }

    private Journey signedInByBoth() {
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        journey.typeCode(code, MAIL.codeFor(email)).returned();
        return journey;
    }

    /** Not verified: to this machine's clock the token is from the future. */
    private static Object levelOf(String idToken) {
        try {
            return SignedJWT.parse(idToken).getJWTClaimsSet().getClaim("acr");
        } catch (ParseException e) {
            throw new AssertionError("Not a token: " + idToken, e);
        }
    }

    private static void after(Duration passed, Runnable work) {
        TestSupport.of(TENANT.server()).at(passed, work);
    }
}
