package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.AuthenticatorApp;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers add and remove second factors, and nobody adds one with less than the account has. */
@Tag("any-database")
final class SecondFactorSetUpTest {

    private static final String SET_UP_APP = "CONFIGURE_TOTP";
    private static final String SET_UP_RECOVERY_CODES = "CONFIGURE_RECOVERY_AUTHN_CODES";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant STRICT = Tenant.named("set-up-strict", MAIL);

    @RegisterExtension
    static final Tenant RELAXED = Tenant.named("set-up-relaxed", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;
    private static RelyingParty relaxed;

    private String email;

    @BeforeAll
    static void apps() {
        shop = STRICT.app("shop", STRICT.userFlow(FlowSpec.named("codes").byCode()));
        secured =
                STRICT.app("secured", STRICT.userFlow(FlowSpec.named("secured").requiresMfa()));
        relaxed = RELAXED.app("relaxed", RELAXED.userFlow(FlowSpec.named("relaxed")));
        RELAXED.userFlow(FlowSpec.named("codes").byCode());
    }

    @BeforeEach
    void anyone() {
        email = Customers.anyone();
    }

    @Test
    void whomAnAdministratorTellsToSetOneUpProvesTwoFactorsFirst() {
        RELAXED.existingCustomer(email, Journey.PASSWORD);
        demand(RELAXED, SET_UP_APP);

        Journey journey = Journey.at(relaxed, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking("code");

        assertThat(journey.typeCode(code, MAIL.codeFor(email)).asks("totp")).isTrue();
    }

    @Test
    void whomAnAdministratorTellsInASessionProvesTheSecondFactorFirst() {
        RELAXED.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(relaxed, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        demand(RELAXED, "UPDATE_EMAIL");

        FormPage code = journey.browser().open(relaxed.signIn().uri());

        assertThat(code.asks("code")).as(code.toString()).isTrue();
    }

    @Test
    void whoHasOnlyTheCodeSetsTheFirstOneUpByItWhenAnAdministratorSaysSo() {
        RELAXED.existingCustomer(email);
        demand(RELAXED, SET_UP_APP);

        Journey journey = Journey.at(relaxed, MAIL);
        FormPage page = journey.switchTo(journey.identified(email), "code");

        assertThat(journey.typeCode(page, MAIL.codeFor(email)).asks("totp")).isTrue();
    }

    @Test
    void whoSignsInByCodesSetsUpAFirstSecondFactorAndSignsInWithIt() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(shop, MAIL);
        SignIn setUp = shop.signIn(Map.of("kc_action", SET_UP_APP));

        AuthenticatorApp app = setUp(journey, byCode(journey, setUp).asking("totp"));
        SignIn more = secured.signIn();
        FormPage code = journey.browser().open(more.uri()).asking("otp");
        SignIn.Tokens tokens = more.redeem(
                journey.browser().submit(code, Map.of("otp", app.code())).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void aFirstSecondFactorIsSetUpByOneProofAndNothingElseIsOpenedByIt() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(shop, MAIL);
        SignIn setUp = shop.signIn(Map.of("kc_action", SET_UP_APP));
        FormPage page = byCode(journey, setUp).asking("totp");

        SignIn.Tokens tokens = setUp.redeem(setUpAndReturn(journey, page));

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(journey.browser().open(secured.signIn().uri()).asking("otp").asks("code"))
                .isFalse();
    }

    @Test
    void whoWasRefusedIsLedToTheSetUpAndThenToTheAccountPage() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(secured, MAIL);
        FormPage refused = byCode(journey, journey.signIn());
        assertThat(refused.status()).isEqualTo(403);
        URI link =
                URI.create(refused.document().selectFirst("a[href*=kc_action]").absUrl("href"));

        FormPage page = byCode(journey, link).asking("totp");
        AuthenticatorApp app = new AuthenticatorApp(secret(page));
        FormPage atAccount = journey.browser().submit(page, fields(page, app)).asking("otp");

        assertThat(journey.browser()
                        .submit(atAccount, Map.of("otp", app.code()))
                        .text())
                .contains(email);
        assertThat(journey.browser().open(secured.signIn().uri()).returned()).isNotNull();
    }

    @Test
    void theSecondOneIsSetUpByTheFirst() {
        AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
        STRICT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(shop, MAIL);

        FormPage code = byCode(journey, shop.signIn(Map.of("kc_action", SET_UP_APP)));

        assertThat(code.asking("otp").asks("totp")).isFalse();
        journey.browser().submit(code, Map.of("otp", app.code())).asking("totp");
    }

    @Test
    void aSessionOfOneProofSetsUpTheSecondOneByTheFirst() {
        AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
        STRICT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(shop, MAIL);
        byCode(journey, shop.signIn()).returned();

        for (String action :
                List.of(SET_UP_APP, SET_UP_RECOVERY_CODES, "webauthn-register", "webauthn-register-passwordless")) {
            FormPage code = journey.browser()
                    .open(shop.signIn(Map.of("kc_action", action)).uri());

            assertThat(code.asks("otp")).as(action + " " + code).isTrue();
        }
    }

    @Test
    void whoHasAPasswordSetsOneUpByPasswordAndCodeWhateverTheFlowsAskFor() {
        RELAXED.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(relaxed, MAIL);
        SignIn setUp = relaxed.signIn(Map.of("kc_action", SET_UP_APP));

        FormPage password = journey.browser()
                .submit(journey.browser().open(setUp.uri()).asking("username"), Map.of("username", email));
        FormPage code = journey.browser()
                .submit(password, Map.of("password", Journey.PASSWORD))
                .asking("code");

        assertThat(journey.typeCode(code, MAIL.codeFor(email)).asks("totp")).isTrue();
    }

    @Test
    void anAppWhoseFlowAsksForTwoFactorsSetsUpNoneByOne() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(secured, MAIL);

        assertThat(byCode(journey, secured.signIn(Map.of("kc_action", SET_UP_APP)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAppThatItselfAsksForTwoFactorsSetsUpNoneByOne() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(shop, MAIL);

        FormPage refused = byCode(journey, shop.signIn(Map.of("kc_action", SET_UP_APP, "acr_values", "2")));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void recoveryCodesAreNoFirstSecondFactor() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(shop, MAIL);

        assertThat(byCode(journey, shop.signIn(Map.of("kc_action", SET_UP_RECOVERY_CODES)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anActionThatChangesThePasswordIsNoSetUp() {
        STRICT.existingCustomer(email);
        Journey journey = Journey.at(shop, MAIL);

        assertThat(byCode(journey, shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void recoveryCodesAreTheLastWayAndEachWorksOnce() {
        STRICT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage first = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        journey.typeCode(first, MAIL.codeFor(email)).returned();
        FormPage page = journey.browser()
                .open(secured.signIn(Map.of("kc_action", SET_UP_RECOVERY_CODES)).uri())
                .asking("generatedRecoveryAuthnCodes");
        List<String> codes =
                page.document().select("#kc-recovery-codes-list li").eachText();
        journey.browser().submitAsShown(page, "generatedRecoveryAuthnCodes").returned();

        Journey later = Journey.at(secured, MAIL);
        FormPage mailed = later.passwordGiven(email, Journey.PASSWORD).asking("code");
        FormPage ways = later.browser().submit(mailed, Map.of("tryAnotherWay", "on"));
        FormPage recovery = later.browser().submit(ways, Map.of("authenticationExecution", way(ways, "Recovery code")));
        FormPage missing = later.browser().submit(recovery.asking("recoveryCodeInput"), Map.of());
        FormPage wrong = later.browser().submit(missing, Map.of("recoveryCodeInput", "AAAA-AAAA-AAAA"));

        assertThat(ways.document().select(".xt-option-title").eachText())
                .containsExactly("Code by email", "Recovery code");
        assertThat(wrong.asking("recoveryCodeInput").errorOf("recoveryCodeInput"))
                .isNotEmpty();
        later.browser().submit(wrong, Map.of("recoveryCodeInput", codes.get(0))).returned();
    }

    @Test
    void wrongRecoveryCodesLockTheAccountAndThenTheRightOneIsRefused() {
        AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
        STRICT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);
        FormPage second = journey.passwordGiven(email, Journey.PASSWORD).asking("otp");
        journey.browser().submit(second, Map.of("otp", app.code())).returned();
        FormPage page = journey.browser()
                .open(secured.signIn(Map.of("kc_action", SET_UP_RECOVERY_CODES)).uri());
        String right =
                page.document().select("#kc-recovery-codes-list li").eachText().get(0);
        journey.browser().submitAsShown(page, "generatedRecoveryAuthnCodes").returned();

        Journey thief = Journey.at(secured, MAIL);
        FormPage ways =
                thief.browser().submit(thief.passwordGiven(email, Journey.PASSWORD), Map.of("tryAnotherWay", "on"));
        FormPage code = thief.browser().submit(ways, Map.of("authenticationExecution", way(ways, "Recovery code")));
        for (int i = 1; i <= 10; i++) {
            int failures = i;
            code = thief.browser().submit(code, Map.of("recoveryCodeInput", "AAAA-AAAA-AAAA"));
            Waits.until("failure " + i + " to be booked", Duration.ofSeconds(10), () -> failures() >= failures);
        }

        FormPage refused = thief.browser().submit(code, Map.of("recoveryCodeInput", right));

        assertThat(refused.leftFor()).isNull();
    }

    private int failures() {
        String id = STRICT.customer(email).path("id").asText();
        return STRICT.admin()
                .get("/" + STRICT.realm() + "/attack-detection/brute-force/users/" + id)
                .expect(200)
                .json()
                .path("numFailures")
                .asInt();
    }

    @Test
    void theAccountPageAddsAndRemoves() {
        RELAXED.existingCustomer(email, Journey.PASSWORD);
        OwnAccount account = OwnAccount.of(RELAXED, email);

        FormPage code =
                account.press(account.open("sign-in"), "xt-add-app", Map.of()).asking("code");
        FormPage page = account.browser()
                .submit(code, Map.of("code", MAIL.codeFor(email), "action", "verify"))
                .asking("totp");
        AuthenticatorApp app = new AuthenticatorApp(secret(page));
        FormPage added = account.browser().submit(page, fields(page, app));

        assertThat(added.message()).isEqualTo("Your second proof is set up.");
        assertThat(added.document().select("#xt-factors-title ~ ul li").text()).contains("Kim's phone");
        assertThat(added.document().select("#xt-add-recovery")).hasSize(1);
        FormPage sure = account.press(added, "xt-remove-factor-0", Map.of()).asking("accept");
        FormPage removed = account.browser().submit(sure, Map.of("accept", "on"));
        assertThat(removed.message()).isEqualTo("The second proof is removed.");
        assertThat(removed.document().select("#xt-factors-title ~ ul li")).isEmpty();
    }

    @Test
    void theAccountPageRemovesNothingOfSomebodyElse() {
        AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
        String other = Customers.anyone();
        RELAXED.existingCustomer(other, app.besides(Journey.PASSWORD));
        RELAXED.existingCustomer(email, Journey.PASSWORD);
        String id = RELAXED.admin()
                .get("/" + RELAXED.realm() + "/users/"
                        + RELAXED.customer(other).path("id").asText() + "/credentials")
                .expect(200)
                .json()
                .at("/1/id")
                .asText();
        OwnAccount account = OwnAccount.of(RELAXED, email);

        FormPage refused = account.browser()
                .post(account.address("sign-in/second-factor/removal"), Map.of("token", account.token(), "factor", id));

        assertThat(id).isNotEmpty();
        assertThat(refused.status()).isEqualTo(409);
    }

    /** Begins and proves the mailbox. */
    private FormPage byCode(Journey journey, SignIn signIn) {
        return byCode(journey, signIn.uri());
    }

    private FormPage byCode(Journey journey, URI uri) {
        FormPage identify = journey.browser().open(uri).asking("username");
        FormPage page = journey.browser().submit(identify, Map.of("username", email));
        FormPage code = page.asks("code") ? page : journey.switchTo(page, "code");
        return journey.typeCode(code, MAIL.codeFor(email));
    }

    private static AuthenticatorApp setUp(Journey journey, FormPage page) {
        AuthenticatorApp app = new AuthenticatorApp(secret(page));
        journey.browser().submit(page, fields(page, app)).returned();
        return app;
    }

    private static URI setUpAndReturn(Journey journey, FormPage page) {
        return journey.browser()
                .submit(page, fields(page, new AuthenticatorApp(secret(page))))
                .returned();
    }

    private static Map<String, String> fields(FormPage page, AuthenticatorApp app) {
        return Map.of("totp", app.code(), "totpSecret", secret(page), "userLabel", "Kim's phone");
    }

    private static String secret(FormPage page) {
        return page.document().select("#totpSecret").attr("value");
    }

    private static String way(FormPage ways, String title) {
        return ways.document()
                .select("button.xt-option:has(.xt-option-title:containsOwn(" + title + "))")
                .attr("value");
    }

    private void demand(Tenant tenant, String action) {
        tenant.admin()
                .put(
                        "/" + tenant.realm() + "/users/"
                                + tenant.customer(email).path("id").asText(),
                        Map.of("requiredActions", List.of(action)))
                .expect(204);
    }
}
