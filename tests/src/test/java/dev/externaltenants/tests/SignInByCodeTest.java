package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers without a password sign up and in by a code, and everybody keeps the method they have. */
@Tag("any-database")
final class SignInByCodeTest {

    private static final Map<String, String> KIM = Map.of("givenName", "Kim");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("by-code", MAIL);

    private static RelyingParty codes;
    private static RelyingParty passwords;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        codes = TENANT.app(
                "codes", TENANT.userFlow(FlowSpec.named("codes").byCode().asks("givenName")));
        passwords = TENANT.app(
                "passwords", TENANT.userFlow(FlowSpec.named("passwords").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @Test
    void signsUpWithoutAPassword() {
        String email = Customers.anyone();
        Journey journey = Journey.at(codes, MAIL);

        SignIn.Tokens tokens = journey.signIn().redeem(journey.signUpByCode(email, KIM));

        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(credentialsOf(email)).isEmpty();
        assertThat(TENANT.customer(email).path("emailVerified").asBoolean()).isTrue();
    }

    @Test
    void asksForNoPasswordAtSignUpAndTakesNone() {
        String email = Customers.anyone();
        Journey journey = Journey.at(codes, MAIL);
        FormPage attributes = journey.typeCode(journey.codePage(email), MAIL.codeFor(email));

        assertThat(attributes.asks("password")).isFalse();
        journey.collect(attributes, KIM).returned();
        assertThat(credentialsOf(email)).isEmpty();
    }

    @Test
    void signsInByACode() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);

        SignIn.Tokens tokens = journey.signIn().redeem(journey.codeGiven(email).returned());

        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
    }

    @Test
    void aCustomerWithAPasswordSignsInWithItWhereOthersHaveACode() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(codes, MAIL);
        FormPage code = journey.identified(email).asking("code");

        FormPage password = journey.switchTo(code, "password");

        journey.browser().submit(password, Map.of("password", Journey.PASSWORD)).returned();
    }

    @Test
    void aCustomerWithAPasswordIsToldByMailToUseIt() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);

        Journey.at(codes, MAIL).identified(email).asking("code");

        Mail mail = MAIL.nextTo(email);
        assertThat(mail.code()).isEmpty();
        assertThat(mail.text()).contains("Use your password instead");
    }

    @Test
    void aCustomerWithoutAPasswordSignsInByACodeWhereOthersHaveAPassword() {
        String email = signedUp(codes);
        Journey journey = Journey.at(passwords, MAIL);
        FormPage password = journey.identified(email).asking("password");

        FormPage code = journey.switchTo(password, "code");

        journey.typeCode(code, MAIL.codeFor(email)).returned();
    }

    @Test
    void whoSwitchesForthAndBackStillHasToProve() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        FormPage code = journey.identified(email).asking("code");
        FormPage password = journey.switchTo(code, "password");

        FormPage again = journey.switchTo(password, "code");
        FormPage refused = journey.typeCode(again, Codes.otherThan(MAIL.codeFor(email)));

        assertThat(refused.errorOf("code")).contains("not correct");
        assertThat(journey.switchTo(refused, "password").asks("password")).isTrue();
    }

    @Test
    void offersNoCodeWhereTheTenantHasNoCustomersWithOne() {
        Tenant other = Tenant.named("by-password", MAIL).create();
        try {
            RelyingParty app = other.app("shop", other.userFlow(FlowSpec.named("passwords")));
            Journey journey = Journey.at(app, MAIL);
            FormPage password = journey.identified(Customers.anyone()).asking("password");

            assertThat(password.document().select("#xt-use-code")).isEmpty();
            assertThat(journey.browser()
                            .submit(password, Map.of("action", "code"))
                            .asks("code"))
                    .isFalse();
        } finally {
            other.delete();
        }
    }

    @Test
    void changingTheMethodOfAFlowLeavesExistingCustomersTheirs() {
        Tenant other = Tenant.named("method-change", MAIL).create();
        try {
            String flow = other.userFlow(FlowSpec.named("customers").byCode());
            RelyingParty app = other.app("shop", flow);
            String early = Customers.anyone();
            Journey.at(app, MAIL).signUpByCode(early, Map.of());

            other.admin()
                    .put(
                            other.path("/user-flows/" + flow),
                            FlowSpec.named("customers").json())
                    .expect(200);

            String late = Customers.anyone();
            Journey.at(app, MAIL).signUp(late, Map.of());
            Journey.at(app, MAIL).passwordGiven(late, Journey.PASSWORD).returned();
            Journey ofEarly = Journey.at(app, MAIL);
            FormPage code = ofEarly.switchTo(ofEarly.identified(early).asking("password"), "code");
            ofEarly.typeCode(code, MAIL.codeFor(early)).returned();
        } finally {
            other.delete();
        }
    }

    @Test
    void aSessionProvenByACodeIsEnoughForAnAppOfTheOtherMethod() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        journey.codeGiven(email).returned();

        SignIn atPasswords = passwords.signIn();
        URI returned = journey.browser().open(atPasswords.uri()).returned();

        assertThat(atPasswords.redeem(returned).id().getClaim("email")).isEqualTo(email);
    }

    @Test
    void aSecondCodeIsNoSecondFactor() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        journey.codeGiven(email).returned();
        int mails = MAIL.countTo(email);

        FormPage steppedUp = journey.browser().open(secured.signIn().uri());

        assertThat(steppedUp.status()).isEqualTo(403);
        assertThat(steppedUp.text()).contains("second proof");
        assertThat(MAIL.countTo(email)).isEqualTo(mails);
    }

    @Test
    void aSecondCodeIsNoSecondFactorInTheSameSignInOrAfterASignUpEither() {
        String email = Customers.anyone();
        Journey signUp = Journey.at(codes, MAIL);
        signUp.signUpByCode(email, KIM);
        Journey signIn = Journey.at(secured, MAIL);
        FormPage code = signIn.switchTo(signIn.identified(email).asking("password"), "code");

        assertThat(signUp.browser().open(secured.signIn().uri()).status()).isEqualTo(403);
        assertThat(signIn.typeCode(code, MAIL.codeFor(email)).status()).isEqualTo(403);
    }

    @Test
    void fiveWrongCodesKillTheCodeAndCountForTheLockOut() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        FormPage page = journey.identified(email).asking("code");
        String code = MAIL.codeFor(email);
        for (int i = 1; i <= 5; i++) {
            page = journey.typeCode(page, Codes.otherThan(code, i));
            awaitFailures(email, i);
        }
        FormPage after = journey.browser().post(page.action(), Map.of("code", code, "action", "verify"));

        assertThat(after.leftFor()).isNull();
        assertThat(after.document().select("[name=action][value=resend]")).isNotEmpty();
        assertThat(failuresOf(email)).isEqualTo(5);
    }

    @Test
    void theEventTellsTheMethodAndTheUserFlow() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        journey.codeGiven(email).returned();

        JsonNode login = TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=LOGIN&max=1&user="
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json()
                .path(0);

        assertThat(login.at("/details/xt_method").asText()).isEqualTo("email_otp");
        assertThat(login.at("/details/xt_user_flow").asText()).isEqualTo("codes");
    }

    /** It is written behind the answer, and has all that one written in the request has. */
    @Test
    void theEventOfAWrongCodeTellsWhoseAndFromWhere() {
        String email = signedUp(codes);
        Journey journey = Journey.at(codes, MAIL);
        FormPage page = journey.identified(email).asking("code");
        journey.typeCode(page, Codes.otherThan(MAIL.codeFor(email)));

        String id = TENANT.customer(email).path("id").asText();
        String errors = "/" + TENANT.realm() + "/events?type=LOGIN_ERROR&user=" + id;
        Waits.until(
                "the wrong code to be told of",
                Duration.ofSeconds(10),
                () -> !TENANT.admin().get(errors).json().isEmpty());
        assertThat(TENANT.admin().get(errors).json()).hasSize(1);
        JsonNode error = TENANT.admin().get(errors).json().path(0);
        assertThat(error.path("error").asText()).isEqualTo("invalid_user_credentials");
        assertThat(error.path("clientId").asText()).isEqualTo("codes");
        assertThat(error.path("ipAddress").asText()).isNotEmpty();
        assertThat(error.path("details").properties())
                .extracting(Map.Entry::getKey)
                .contains("redirect_uri", "code_id", "username", "xt_method", "xt_user_flow", "xt_tries_left");
    }

    private static String signedUp(RelyingParty app) {
        String email = Customers.anyone();
        Journey.at(app, MAIL).signUpByCode(email, KIM);
        return email;
    }

    private static List<String> credentialsOf(String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/users/"
                        + TENANT.customer(email).path("id").asText() + "/credentials")
                .expect(200)
                .json()
                .findValuesAsText("type");
    }

    /** Failures are booked behind the response, and Keycloak may count one twice that is booked beside another. */
    private static void awaitFailures(String email, int expected) {
        Waits.until(expected + " failures to be booked", Duration.ofSeconds(10), () -> failuresOf(email) >= expected);
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
