package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.ForgottenPassword.NEW_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Customers who forgot their password set another one by a code by e-mail, where their app's user flow lets them. */
@Tag("any-database")
final class PasswordResetTest {

    private static final String ENDED = "This password reset has ended";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("reset", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;
    private static RelyingParty closed;
    private static RelyingParty codes;

    private String email;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
        closed = TENANT.app("closed", TENANT.userFlow(FlowSpec.named("closed").withoutPasswordReset()));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
        TENANT.app("none", null);
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void signsInWithTheNewPasswordChosenByACode() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);

        SignIn.Tokens tokens = forgotten.signIn().redeem(forgotten.reset(email).returned());

        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(opens(NEW_PASSWORD)).isTrue();
        assertThat(opens(Journey.PASSWORD)).isFalse();
    }

    @Test
    void theAddressThatWasTypedIsInTheFieldAndNoMailLeavesUnasked() {
        FormPage page = ForgottenPassword.at(shop, MAIL).addressPage(email);

        assertThat(page.document().select("[name=email]").val()).isEqualTo(email);
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void theOwnerIsToldByMail() {
        ForgottenPassword.at(shop, MAIL).reset(email).returned();

        assertThat(MAIL.nextTo(email).text())
                .contains("Your password was changed")
                .contains("shop");
    }

    @Test
    void noMailTellsOfAPasswordThatWasRefused() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        forgotten.choose(forgotten.newPasswordPage(email), "short");

        forgotten.choose(forgotten.browser().open(forgotten.link(email)), "Password-1");

        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    @Test
    void saysTheRuleFirstAndHoldsThePasswordToIt() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        FormPage page = forgotten.newPasswordPage(email);
        assertThat(page.text()).contains("At least 8 characters");

        FormPage weak = forgotten.choose(page, "twelvegreyhorses");
        assertThat(weak.errorOf("password-new")).contains("at least 3 of these kinds");
        FormPage unequal = forgotten
                .browser()
                .submit(weak, Map.of("password-new", NEW_PASSWORD, "password-confirm", "Other-Horse-1"));
        assertThat(unequal.errorOf("password-confirm")).contains("do not match");
        assertThat(unequal.document().select("#logout-sessions").hasAttr("checked"))
                .isFalse();

        assertThat(forgotten.choose(unequal, NEW_PASSWORD).leftFor()).isNotNull();
    }

    @Test
    void takesNoPasswordThatTheTenantBans() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);

        FormPage refused = forgotten.choose(forgotten.newPasswordPage(email), "Password-1");

        assertThat(refused.errorOf("password-new")).contains("too easy to guess");
        assertThat(opens(Journey.PASSWORD)).isTrue();
    }

    @Test
    void fiveWrongCodesKillTheCodeAndCountForTheLockOut() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        FormPage page = forgotten.codePage(email);
        String code = MAIL.codeFor(email);
        for (int i = 1; i <= 5; i++) {
            page = forgotten.typeCode(page, Codes.otherThan(code, i));
            awaitFailures(email, i);
        }

        FormPage after = forgotten.typeCode(page, code);

        assertThat(after.asks("password-new")).isFalse();
        assertThat(after.document().select("[name=action][value=resend]")).isNotEmpty();
        assertThat(failures(email).path("numFailures").asInt()).isEqualTo(5);
    }

    @Test
    void mailsAreWithinTheirPauseAndBudgetAndThePageSaysSo() {
        for (int i = 0; i < 5; i++) {
            TestSupport.of(TENANT.server()).at(Duration.ofSeconds(31L * i), () -> ForgottenPassword.at(shop, MAIL)
                    .codePage(email));
            MAIL.codeFor(email);
        }

        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(125), () -> {
            ForgottenPassword tooSoon = ForgottenPassword.at(shop, MAIL);
            assertThat(tooSoon.give(tooSoon.addressPage(email), email).message())
                    .contains("Please wait a moment");
        });
        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(160), () -> {
            ForgottenPassword tooOften = ForgottenPassword.at(shop, MAIL);
            assertThat(tooOften.give(tooOften.addressPage(email), email).message())
                    .contains("Too many codes");
        });
        assertThat(MAIL.countTo(email)).isEqualTo(5);
    }

    @Test
    void whoIsLockedOutMayResetAndIsLetInAgain() {
        Waits.until("the account to be locked out", Duration.ofSeconds(30), () -> {
            Journey.at(shop, MAIL).passwordGiven(email, "not-the-Password-1");
            return failures(email).path("disabled").asBoolean();
        });
        assertThat(opens(Journey.PASSWORD)).isFalse();

        ForgottenPassword.at(shop, MAIL).reset(email).returned();

        assertThat(opens(NEW_PASSWORD)).isTrue();
    }

    @Test
    void endsOtherSessionsUnlessTheCustomerKeepsThem() {
        Journey elsewhere = Journey.at(shop, MAIL);
        SignIn.Tokens there = elsewhere
                .signIn()
                .redeem(elsewhere.passwordGiven(email, Journey.PASSWORD).returned());

        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(60), () -> {
            ForgottenPassword keeps = ForgottenPassword.at(shop, MAIL);
            SignIn.Tokens here = keeps.signIn()
                    .redeem(keeps.choose(keeps.newPasswordPage(email), NEW_PASSWORD, false)
                            .returned());
            assertThat(MAIL.nextTo(email).text()).contains("was changed");
            assertThat(elsewhere.signIn().refresh(there.refreshToken()).status())
                    .isEqualTo(200);

            ForgottenPassword ends = ForgottenPassword.at(shop, MAIL);
            SignIn.Tokens last = ends.signIn().redeem(ends.reset(email).returned());
            assertThat(elsewhere.signIn().refresh(there.refreshToken()).status())
                    .isEqualTo(400);
            assertThat(keeps.signIn().refresh(here.refreshToken()).status()).isEqualTo(400);
            assertThat(ends.signIn().refresh(last.refreshToken()).status()).isEqualTo(200);
        });
    }

    @Test
    void anAppThatAsksForTwoFactorsAsksForThePasswordAndACodeAfterwards() {
        ForgottenPassword forgotten = ForgottenPassword.at(secured, MAIL);

        FormPage signIn = forgotten.reset(email).asking("username");

        assertThat(signIn.message()).contains("Your password has been changed");
        assertThat(signIn.document().select("[name=username]").val()).isEqualTo(email);
        assertThat(MAIL.nextTo(email).text()).contains("was changed");
        FormPage password = forgotten.browser().submit(signIn, Map.of("username", email));
        FormPage code = forgotten.browser().submit(password, Map.of("password", NEW_PASSWORD));
        URI returned =
                forgotten.typeCode(code.asking("code"), MAIL.codeFor(email)).returned();
        assertThat(forgotten.signIn().redeem(returned).id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void aSessionThatBeganByAResetIsAskedForBothFactorsByAnAppThatWantsTwo() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        forgotten.reset(email).returned();
        MAIL.nextTo(email);

        FormPage password = forgotten.browser().open(secured.signIn().uri()).asking("password");

        FormPage code = forgotten
                .browser()
                .submit(password, Map.of("password", NEW_PASSWORD))
                .asking("code");
        assertThat(forgotten.typeCode(code, MAIL.codeFor(email)).leftFor()).isNotNull();
    }

    @Test
    void aSessionThatBeganByAResetIsEnoughForAnAppThatWantsOneFactor() {
        RelyingParty other = TENANT.app("other", TENANT.userFlow(FlowSpec.named("others")));
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        forgotten.reset(email).returned();

        assertThat(forgotten.browser().open(other.signIn().uri()).leftFor()).isNotNull();
    }

    @Test
    void whoHasAnotherCredentialSignsInFromTheStart() {
        String id = id();
        TENANT.admin().delete("/" + TENANT.realm() + "/users/" + id).expect(204);
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "credentials",
                                List.of(
                                        Map.of("type", "password", "value", Journey.PASSWORD),
                                        Map.of(
                                                "type",
                                                "otp",
                                                "secretData",
                                                "{\"value\":\"JBSWY3DPEHPK3PXP\"}",
                                                "credentialData",
                                                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                                        + "\"algorithm\":\"HmacSHA1\"}"))))
                .expect(201);

        FormPage page = ForgottenPassword.at(shop, MAIL).reset(email);

        assertThat(page.asking("username").message()).contains("Your password has been changed");
    }

    @Test
    void isOfferedOnlyWhereTheUserFlowDoes() {
        assertThat(hasLink(shop)).isTrue();
        assertThat(hasLink(closed)).isFalse();
        assertThat(hasLink(RelyingParty.of(TENANT, "none"))).isFalse();
        Journey byCode = Journey.at(codes, MAIL);
        FormPage password = byCode.switchTo(byCode.identified(email), "password");
        assertThat(password.document().select("#xt-forgot-password")).isEmpty();
    }

    @Test
    void everyOtherDoorIsLockedWhereTheUserFlowDoesNot() {
        for (RelyingParty app : List.of(closed, codes, RelyingParty.of(TENANT, "none"))) {
            FormBrowser browser = new FormBrowser();
            assertLocked(browser.open(
                    URI.create(TENANT.issuer() + "/login-actions/reset-credentials?client_id=" + app.clientId())));
            assertLocked(
                    browser.open(URI.create(app.signIn().uri().toString().replace("/auth?", "/forgot-credentials?"))));
            Journey journey = Journey.at(app, MAIL);
            FormPage page = journey.signInPage();
            assertLocked(journey.browser()
                    .open(URI.create(page.action()
                            .toString()
                            .replace("/authenticate?", "/reset-credentials?")
                            .replaceAll("(session_code|execution)=[^&]*&", ""))));
        }
        assertLocked(new FormBrowser().open(URI.create(TENANT.issuer() + "/login-actions/reset-credentials")));
    }

    @Test
    void theOtherDoorsLeadInWhereTheUserFlowDoes() {
        FormBrowser browser = new FormBrowser();
        FormPage direct = browser.open(
                URI.create(TENANT.issuer() + "/login-actions/reset-credentials?client_id=" + shop.clientId()));
        assertThat(direct.asks("email")).isTrue();

        FormPage forgot = new FormBrowser()
                .open(URI.create(shop.signIn().uri().toString().replace("/auth?", "/forgot-credentials?")));
        assertThat(forgot.asks("email")).isTrue();
    }

    @Test
    void aResetThatNoAppAskedForEndsWithAPageAndSignsNobodyIn() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        FormPage page = forgotten
                .browser()
                .open(URI.create(TENANT.issuer() + "/login-actions/reset-credentials?client_id=" + shop.clientId()));
        FormPage code = forgotten.give(page, email);

        FormPage end =
                forgotten.choose(forgotten.typeCode(code, MAIL.codeFor(email)).asking("password-new"), NEW_PASSWORD);

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.leftFor()).isNull();
        assertThat(forgotten.browser().open(shop.signIn().uri()).asks("username"))
                .isTrue();
        assertThat(opens(NEW_PASSWORD)).isTrue();
    }

    @Test
    void aUserFlowThatClosesItMeanwhileIsObeyedByEachPost() {
        Tenant other = Tenant.named("reset-closing", MAIL).create();
        try {
            String flow = other.userFlow(FlowSpec.named("customers"));
            RelyingParty app = other.app("shop", flow);
            other.existingCustomer(email, Journey.PASSWORD);
            ForgottenPassword forgotten = ForgottenPassword.at(app, MAIL);
            FormPage chosen = forgotten.newPasswordPage(email);
            ForgottenPassword atCode = ForgottenPassword.at(app, MAIL);
            FormPage addressPage = atCode.addressPage(email);

            other.admin()
                    .put(
                            other.path("/user-flows/" + flow),
                            FlowSpec.named("customers").withoutPasswordReset().json())
                    .expect(200);

            assertLocked(forgotten.choose(chosen, NEW_PASSWORD));
            assertLocked(atCode.give(addressPage, email));
            assertThat(Journey.at(app, MAIL)
                            .passwordGiven(email, Journey.PASSWORD)
                            .leftFor())
                    .isNotNull();
        } finally {
            other.delete();
        }
    }

    @Test
    void aPageLeftOpenEndsWithWhatChangesTheAccount() {
        List<Runnable> changes = List.of(
                () -> setEnabled(false),
                () -> {
                    setEnabled(true);
                    setPassword();
                },
                () -> TENANT.admin()
                        .put("/" + TENANT.realm() + "/users/" + id(), Map.of("email", "new-" + email))
                        .expect(204));
        for (Runnable change : changes) {
            email = Customers.anyone();
            TENANT.existingCustomer(email, Journey.PASSWORD);
            ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
            FormPage page = forgotten.newPasswordPage(email);

            change.run();

            FormPage refused = forgotten.choose(page, NEW_PASSWORD);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains(ENDED);
            assertThat(opens(NEW_PASSWORD)).isFalse();
        }
    }

    @Test
    void aPageLeftOpenEndsWithTheDeletionOfTheAccountAndAfterTenMinutes() {
        ForgottenPassword deleted = ForgottenPassword.at(shop, MAIL);
        FormPage page = deleted.newPasswordPage(email);
        TENANT.admin().delete("/" + TENANT.realm() + "/users/" + id()).expect(204);
        assertThat(deleted.choose(page, NEW_PASSWORD).text()).contains(ENDED);

        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        ForgottenPassword late = ForgottenPassword.at(shop, MAIL);
        FormPage open = late.newPasswordPage(email);
        URI reloaded = URI.create(open.action().toString().replaceAll("(session_code|execution)=[^&]*&", ""));
        for (long minutes : List.of(4L, 8L)) {
            TestSupport.of(TENANT.server()).at(Duration.ofMinutes(minutes), () -> late.browser()
                    .open(reloaded)
                    .asking("password-new"));
        }
        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(11), () -> assertThat(
                        late.browser().open(reloaded).text())
                .contains(ENDED));
    }

    @Test
    void aSignInUnderWayEndsWithTheReset() {
        Journey thief = Journey.at(secured, MAIL);
        FormPage second = thief.passwordGiven(email, Journey.PASSWORD).asking("code");
        String code = MAIL.codeFor(email);

        ForgottenPassword.at(shop, MAIL).reset(email).returned();

        assertThat(thief.typeCode(second, code).text()).contains("this sign-in has ended");
    }

    @Test
    void aTemporaryPasswordIsForgottenAsWell() {
        JsonNode created = TENANT.admin()
                .post(TENANT.path("/customers"), Map.of("email", Customers.anyone()))
                .expect(201)
                .json();
        email = created.path("email").asText();

        ForgottenPassword.at(shop, MAIL).reset(email).returned();

        assertThat(opens(NEW_PASSWORD)).isTrue();
    }

    @Test
    void theEventLogTellsOfTheResetAndOfWhatWasRefused() {
        ForgottenPassword forgotten = ForgottenPassword.at(shop, MAIL);
        FormPage code = forgotten.codePage(email);
        String right = MAIL.codeFor(email);
        FormPage wrong = forgotten.typeCode(code, Codes.otherThan(right));
        FormPage page = forgotten.typeCode(wrong, right).asking("password-new");
        forgotten.choose(forgotten.choose(page, "short"), NEW_PASSWORD).returned();

        Waits.until("the wrong code to be told of", Duration.ofSeconds(10), () -> !events("RESET_PASSWORD_ERROR")
                .isEmpty());
        assertThat(events("RESET_PASSWORD_ERROR").at("/0/error").asText()).isEqualTo("invalid_user_credentials");
        assertThat(events("UPDATE_CREDENTIAL_ERROR").at("/0/error").asText()).isEqualTo("password_rejected");
        assertThat(events("UPDATE_CREDENTIAL_ERROR").at("/0/details/reason").asText())
                .isNotEmpty();
        assertThat(events("UPDATE_CREDENTIAL").at("/0/details/credential_type").asText())
                .isEqualTo("password");
        JsonNode reset = events("RESET_PASSWORD");
        assertThat(reset.at("/0/details/xt_method").asText()).isEqualTo("email_otp");
        assertThat(reset.at("/0/details/xt_user_flow").asText()).isEqualTo("customers");
        assertThat(events("LOGIN")).hasSize(1);
    }

    @Test
    void anAdministratorsPasswordIsResetByNoCode() {
        JsonNode created = TENANT.admin()
                .post(
                        TENANT.path("/administrators"),
                        Map.of("email", Customers.anyone(), "roles", List.of("view-users")))
                .expect(201)
                .json();
        String administrator = created.path("email").asText();

        ForgottenPassword.at(shop, MAIL).codePage(administrator);

        assertThat(MAIL.nextTo(administrator).code()).isEmpty();
    }

    private static void assertLocked(FormPage page) {
        assertThat(page.status()).isIn(400, 403);
        assertThat(page.asks("email")).isFalse();
        assertThat(page.asks("password-new")).isFalse();
    }

    private boolean hasLink(RelyingParty app) {
        return !Journey.at(app, MAIL)
                .identified(email)
                .asking("password")
                .document()
                .select("a[href*=reset-credentials]")
                .isEmpty();
    }

    private boolean opens(String password) {
        return Journey.at(shop, MAIL).passwordGiven(email, password).leftFor() != null;
    }

    private String id() {
        return TENANT.customer(email).path("id").asText();
    }

    private void setEnabled(boolean enabled) {
        TENANT.admin()
                .put("/" + TENANT.realm() + "/users/" + id(), Map.of("enabled", enabled))
                .expect(204);
    }

    private void setPassword() {
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id() + "/reset-password",
                        Map.of("type", "password", "value", "Owners-New-Secret-7"))
                .expect(204);
    }

    private JsonNode events(String type) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&user=" + id())
                .expect(200)
                .json();
    }

    /** Failures are booked behind the response, and Keycloak may count one twice that is booked beside another. */
    private static void awaitFailures(String email, int expected) {
        Waits.until(
                expected + " failures to be booked",
                Duration.ofSeconds(10),
                () -> failures(email).path("numFailures").asInt() >= expected);
    }

    private static JsonNode failures(String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/attack-detection/brute-force/users/"
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json();
    }
}
