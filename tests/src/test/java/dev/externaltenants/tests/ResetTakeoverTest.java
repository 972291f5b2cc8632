package dev.externaltenants.tests;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.ForgottenPassword.NEW_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever proves an own mailbox gets no other account by it. The pattern is that of CVE-2026-18963: begin a reset, prove it,
 * and have another flow, tab or browser take the proof for somebody else's.
 */
@Tag("any-database")
final class ResetTakeoverTest {

    private static final String PROVIDER = "fabrikam";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("takeover", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("takeover-other", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam-takeover");

    private static RelyingParty shop;
    private static RelyingParty secured;
    private static RelyingParty elsewhere;

    private String own;
    private String victim;
    private ForgottenPassword attacker;

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
        elsewhere = OTHER.app("shop", OTHER.userFlow(FlowSpec.named("customers")));
    }

    @BeforeEach
    void twoCustomers() {
        own = Customers.anyone();
        victim = Customers.anyone();
        TENANT.existingCustomer(own, Journey.PASSWORD);
        TENANT.existingCustomer(victim, Journey.PASSWORD);
        attacker = ForgottenPassword.at(shop, MAIL);
    }

    @AfterEach
    void theVictimsPasswordIsTheSame() {
        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven(victim, Journey.PASSWORD)
                        .leftFor())
                .isNotNull();
        assertThat(Journey.at(shop, MAIL).passwordGiven(victim, NEW_PASSWORD).leftFor())
                .isNull();
    }

    @Test
    void theVictimsNameTypedInTheSameTabAfterTheProofChangesNothing() {
        FormPage chosen = attacker.newPasswordPage(own);

        FormPage signIn = attacker.browser().open(at(chosen, "authenticate"));
        FormPage password = attacker.browser().submit(signIn.asking("username"), Map.of("username", victim));
        FormPage back = attacker.browser()
                .open(URI.create(
                        password.document().selectFirst("#xt-forgot-password").absUrl("href")));

        assertThat(back.text()).doesNotContain(victim);
        assertIsOwn(attacker.choose(back.asking("password-new"), NEW_PASSWORD));
    }

    @Test
    void theVictimsNameTypedInTheSameTabGetsNoPasswordStepPassed() {
        FormPage chosen = attacker.newPasswordPage(own);

        FormPage signIn = attacker.browser().open(at(chosen, "authenticate"));
        FormPage password = attacker.browser().submit(signIn, Map.of("username", victim));

        assertThat(password.asks("password")).isTrue();
        assertThat(attacker.browser().open(at(chosen, "authenticate")).leftFor())
                .isNull();
    }

    @Test
    void theVictimsNameTypedInASecondTabChangesNothing() {
        FormPage chosen = attacker.newPasswordPage(own);
        FormBrowser tab = attacker.browser().secondTab();

        FormPage second = tab.open(shop.signIn().uri()).asking("username");
        FormPage password = tab.submit(second, Map.of("username", victim));
        FormPage address = tab.open(URI.create(
                password.document().selectFirst("#xt-forgot-password").absUrl("href")));

        assertThat(address.asks("password-new")).isFalse();
        assertThat(tab.submit(address.asking("email"), Map.of("email", victim)).asks("code"))
                .isTrue();
        assertIsOwn(attacker.choose(chosen, NEW_PASSWORD));
    }

    @Test
    void theAddressPagePostedAgainAfterTheProofChangesNothing() {
        FormPage address = attacker.addressPage(own);
        FormPage code = attacker.give(address, own);
        FormPage chosen = attacker.typeCode(code, MAIL.codeFor(own)).asking("password-new");

        FormPage again = attacker.give(address, victim);

        assertThat(again.asks("code")).isFalse();
        assertThat(MAIL.countTo(victim)).isZero();
        FormPage reloaded = attacker.browser().open(at(chosen, "reset-credentials"));
        assertIsOwn(attacker.choose(reloaded.asking("password-new"), NEW_PASSWORD));
    }

    @Test
    void aCodeForTheOwnAddressProvesNoOtherThatWasTypedAfterIt() {
        FormPage code = attacker.codePage(own);
        String right = MAIL.codeFor(own);
        FormPage address = attacker.browser().submit(code, Map.of("action", "change"));
        FormPage codeOfVictim = attacker.give(address, victim).asking("code");

        assertThat(attacker.typeCode(codeOfVictim, right).asks("password-new")).isFalse();
    }

    @Test
    void aRestartForgetsTheProof() {
        FormPage chosen = attacker.newPasswordPage(own);
        FormPage restarted = attacker.browser().open(at(chosen, "restart"));
        assertThat(restarted.asks("username")).isTrue();

        assertThat(attacker.choose(chosen, NEW_PASSWORD).asks("password-new")).isFalse();
        assertThat(attacker.browser().open(at(chosen, "reset-credentials")).asks("password-new"))
                .isFalse();
        assertThat(opens(own, NEW_PASSWORD)).isFalse();
    }

    @Test
    void thePageForTheNewPasswordIsNotReachedByItsExecutionBeforeTheProof() {
        FormPage code = attacker.codePage(victim);
        String newPassword = execution("xt-new-password");

        FormPage posted = attacker.browser()
                .post(
                        swapped(code.action(), newPassword),
                        Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
        FormPage opened = attacker.browser().open(swapped(at(code, "reset-credentials"), newPassword));

        assertThat(posted.asks("password-new")).isFalse();
        assertThat(posted.leftFor()).isNull();
        assertThat(opened.asks("password-new")).isFalse();
    }

    @Test
    void theExecutionOfTheResetAtTheAddressOfTheSignInLeadsIntoNoOtherAccount() {
        FormPage chosen = attacker.newPasswordPage(own);
        URI signIn = URI.create(chosen.action().toString().replace("/reset-credentials?", "/authenticate?"));

        FormPage posted =
                attacker.browser().post(signIn, Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
        FormPage swapped = attacker.browser()
                .post(swapped(signIn, execution("xt-password")), Map.of("password", NEW_PASSWORD, "username", victim));

        // Keycloak runs the step at whatever address; what it ends is the reset of the account that was proven.
        assertIsOwn(posted);
        assertThat(swapped.returned().getQuery()).contains("error=").doesNotContain("code=");
    }

    @Test
    void whatASignInOfAnotherCustomerHasProvenCountsForNothing() {
        Journey journey = Journey.at(secured, MAIL);
        FormPage afterPassword = journey.passwordGiven(own, Journey.PASSWORD).asking("code");

        FormPage reset = journey.browser().open(at(afterPassword, "reset-credentials"));

        assertThat(reset.asks("email")).isTrue();
        assertThat(journey.browser().open(at(afterPassword, "authenticate")).asks("username"))
                .isTrue();
    }

    @Test
    void whatTheSessionOfAnotherCustomerHasProvenLetsNobodyIntoAnAppThatWantsTwoFactors() {
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(own, Journey.PASSWORD).asking("code");
        journey.typeCode(code, MAIL.codeFor(own)).returned();
        String third = Customers.anyone();
        TENANT.existingCustomer(third, Journey.PASSWORD);
        SignIn again = shop.signIn(Map.of("prompt", "login"));
        FormPage password = journey.browser().open(again.uri()).asking("password");
        FormPage address =
                journey.browser().open(at(password, "reset-credentials")).asking("email");

        FormPage codePage =
                journey.browser().submit(address, Map.of("email", third)).asking("code");
        FormPage chosen = journey.typeCode(codePage, MAIL.codeFor(third)).asking("password-new");
        journey.browser().submit(chosen, Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));

        SignIn atSecured = secured.signIn();
        URI returned = journey.browser().open(atSecured.uri()).returned();
        assertThat(atSecured.redeem(returned).id().getClaim("email")).isEqualTo(own);
        assertThat(opens(third, NEW_PASSWORD)).isTrue();
    }

    @Test
    void anotherBrowserWithTheAddressOfThePageGetsNowhere() {
        FormPage chosen = attacker.newPasswordPage(own);
        FormBrowser other = new FormBrowser();

        FormPage posted =
                other.post(chosen.action(), Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));

        assertThat(posted.asks("password-new")).isFalse();
        assertThat(opens(own, NEW_PASSWORD)).isFalse();
    }

    /** The victim's browser was given the cookie of a sign-in that the attacker began, and the victim resets in it. */
    @Test
    void aPlantedSessionDoesNotShareWhatTheVictimProves() {
        FormPage code = attacker.codePage(victim);
        FormBrowser planted = attacker.browser().secondTab();

        FormPage ofVictim = planted.post(code.action(), Map.of("code", MAIL.codeFor(victim), "action", "verify"));
        assertThat(ofVictim.asks("password-new")).isTrue();

        FormPage byAttacker = attacker.choose(ofVictim, NEW_PASSWORD);
        assertThat(byAttacker.text()).contains("This password reset has ended");
        FormPage opened = attacker.browser().open(at(ofVictim, "reset-credentials"));
        assertThat(opened.asks("password-new")).isFalse();
    }

    /** The other way round: the victim is led to a page on which a password for the attacker's account is chosen. */
    @Test
    void aPlantedSessionDoesNotLeadAVictimIntoTheAttackersAccount() {
        FormBrowser ofVictim = attacker.browser().secondTab();
        FormPage address = attacker.addressPage(own);
        FormBrowser planted = attacker.browser().secondTab();
        FormPage code = attacker.give(address, own);
        FormPage chosen = attacker.typeCode(code, MAIL.codeFor(own)).asking("password-new");

        for (FormBrowser browser : List.of(planted, ofVictim)) {
            FormPage posted = browser.post(
                    chosen.action(), Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
            assertThat(posted.leftFor()).isNull();
        }
        assertThat(opens(own, NEW_PASSWORD)).isFalse();
    }

    @Test
    void aCodeOfAnotherPurposeAppOrTenantProvesNothing() {
        Journey mfa = Journey.at(secured, MAIL);
        mfa.passwordGiven(own, Journey.PASSWORD).asking("code");
        String secondFactor = MAIL.codeFor(own);
        FormPage atShop = attacker.codePage(own);
        String ofShop = MAIL.codeFor(own);
        OTHER.existingCustomer(own, Journey.PASSWORD);
        ForgottenPassword atOther = ForgottenPassword.at(elsewhere, MAIL);
        FormPage codeOfOther = atOther.codePage(own);
        MAIL.codeFor(own);

        assertThat(attacker.typeCode(atShop, secondFactor).asks("password-new")).isFalse();
        assertThat(atOther.typeCode(codeOfOther, ofShop).asks("password-new")).isFalse();
    }

    /** Keycloak ends a first sign-in with a provider where a reset in the same tab ends, and links both. */
    @Test
    void aResetThatAFirstSignInWithAProviderCameAcrossLinksNothing() {
        FABRIKAM.user(victim, victim, true, Map.of());
        FormPage chosen = attacker.newPasswordPage(own);
        FormPage signIn = attacker.browser().open(at(chosen, "authenticate"));
        URI provider = URI.create(
                signIn.document().selectFirst("#xt-provider-" + PROVIDER).absUrl("href"));
        attacker.browser().open(provider);

        FormPage reset = attacker.browser().open(at(chosen, "reset-credentials"));
        FormPage end = attacker.choose(chosen, NEW_PASSWORD);

        assertThat(reset.leftFor()).isNull();
        assertThat(end.leftFor() == null || opens(own, NEW_PASSWORD)).isTrue();
        JsonNode links = TENANT.admin()
                .get("/" + TENANT.realm() + "/users/"
                        + TENANT.customer(own).path("id").asText() + "/federated-identity")
                .expect(200)
                .json();
        assertThat(links).isEmpty();
    }

    @Test
    void theNameOfTheSessionIsTheOneThatWasProven() {
        FormPage chosen = attacker.newPasswordPage(own);
        FormPage signIn = attacker.browser().open(at(chosen, "authenticate"));
        attacker.browser().submit(signIn, Map.of("username", victim));
        FormPage back = attacker.browser().open(at(chosen, "reset-credentials"));

        SignIn.Tokens tokens =
                attacker.signIn().redeem(attacker.choose(back, NEW_PASSWORD).returned());

        assertThat(tokens.id().getClaim("preferred_username")).isEqualTo(own);
        assertThat(tokens.id().getClaim("email")).isEqualTo(own);
    }

    @Test
    void aProofIsGoodForOnePassword() {
        FormPage chosen = attacker.newPasswordPage(own);
        FormBrowser tab = attacker.browser().secondTab();
        attacker.choose(chosen, NEW_PASSWORD).returned();

        FormPage again = tab.post(
                chosen.action(),
                Map.of("password-new", "Yet-Another-Horse-7", "password-confirm", "Yet-Another-Horse-7"));

        assertThat(again.leftFor()).isNull();
        assertThat(opens(own, NEW_PASSWORD)).isTrue();
    }

    @Test
    void ofTwoResetsOfOneAccountTheLaterIsRefused() {
        FormPage first = attacker.newPasswordPage(own);
        ForgottenPassword owner = ForgottenPassword.at(secured, MAIL);
        FormPage second = owner.newPasswordPage(own);
        owner.choose(second, "Owners-New-Secret-7");

        FormPage refused = attacker.choose(first, NEW_PASSWORD);

        assertThat(refused.text()).contains("This password reset has ended");
        assertThat(opens(own, "Owners-New-Secret-7")).isTrue();
    }

    private void assertIsOwn(FormPage end) {
        SignIn.Tokens tokens = attacker.signIn().redeem(end.returned());
        assertThat(tokens.id().getClaim("email")).isEqualTo(own);
        assertThat(opens(own, NEW_PASSWORD)).isTrue();
    }

    private static boolean opens(String email, String password) {
        return Journey.at(shop, MAIL).passwordGiven(email, password).leftFor() != null;
    }

    /** The same tab at another endpoint, as typed into the address bar. */
    private static URI at(FormPage page, String endpoint) {
        return URI.create(page.action()
                .toString()
                .replaceAll("/login-actions/[a-z-]+\\?", "/login-actions/" + endpoint + "?")
                .replaceAll("(session_code|execution)=[^&]*&", ""));
    }

    private static URI swapped(URI action, String execution) {
        String uri = action.toString();
        return URI.create(
                uri.contains("execution=")
                        ? uri.replaceAll("execution=[^&]*", "execution=" + execution)
                        : uri + "&execution=" + execution);
    }

    private static String execution(String provider) {
        for (String flow : List.of("xt%20reset%20credentials", "xt%20browser")) {
            for (JsonNode step : TENANT.admin()
                    .get("/" + TENANT.realm() + "/authentication/flows/" + flow + "/executions")
                    .expect(200)
                    .json()) {
                if (provider.equals(step.path("providerId").asText())) {
                    return step.path("id").asText();
                }
            }
        }
        throw new AssertionError("No step " + provider);
    }
}
