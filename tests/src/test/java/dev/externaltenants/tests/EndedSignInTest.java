package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Answer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in that was left half-way ends with the password or the account that it proved. */
@Tag("any-database")
final class EndedSignInTest {

    private static final Map<String, String> PASSWORD_CHANGE = Map.of("kc_action", "UPDATE_PASSWORD");
    private static final String OWNERS = "Owners-New-Secret-7";
    private static final String THIEFS = "Thiefs-New-Secret-7";
    private static final String ENDED = "this sign-in has ended";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("ended-sign-in", MAIL);

    private static RelyingParty shop;
    private static RelyingParty byCode;

    private String email;
    private JsonNode created;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("by-password")));
        byCode = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("by-code").byCode()));
    }

    /** Who has to choose another password at the first sign-in. */
    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        created = create("/customers", Map.of("email", email));
    }

    @Test
    void aPageForANewPasswordEndsWhenThePasswordIsReset() {
        Parked thief = parked();

        reset();

        assertThat(thief.choose(THIEFS).text()).contains(ENDED);
        assertThat(opens(THIEFS)).isFalse();
        assertThat(opens(OWNERS)).isTrue();
    }

    @Test
    void aPageThatIsReloadedHasEndedAsWell() {
        Parked thief = parked();

        reset();

        FormPage reloaded = thief.reloaded();
        assertThat(reloaded.asks("password-new")).isFalse();
        assertThat(reloaded.text()).contains(ENDED);
    }

    @Test
    void aPageForANewPasswordEndsWhenItsOwnerChangesThePassword() {
        Parked thief = parked();
        Parked owner = parked();

        assertThat(owner.choose(OWNERS).returned()).isNotNull();

        assertThat(thief.choose(THIEFS).text()).contains(ENDED);
        assertThat(opens(OWNERS)).isTrue();
    }

    @Test
    void aPageForANewPasswordEndsWithABlockThatIsTakenBack() {
        Parked thief = parked();

        TENANT.admin().put(path(), Map.of("email", email, "enabled", false)).expect(200);
        TENANT.admin().put(path(), Map.of("email", email)).expect(200);

        assertThat(thief.choose(THIEFS).text()).contains(ENDED);
        assertThat(opens(THIEFS)).isFalse();
    }

    @Test
    void aPageForANewPasswordEndsWithADeletionThatIsTakenBack() {
        Parked thief = parked();

        TENANT.admin().delete(path()).expect(204);
        TENANT.admin().post(path() + "/restore", null).expect(200);

        assertThat(thief.choose(THIEFS).text()).contains(ENDED);
        assertThat(opens(THIEFS)).isFalse();
    }

    @Test
    void aPageForANewPasswordOfAnAdministratorEndsWithAReset() {
        email = Customers.anyone();
        created = create("/administrators", Map.of("email", email, "roles", List.of("realm-admin")));
        Parked thief = parked();

        TENANT.admin()
                .post(TENANT.path("/administrators/" + id() + "/password"), Map.of())
                .expect(200);

        assertThat(thief.choose(THIEFS).text()).contains(ENDED);
        assertThat(opens(THIEFS)).isFalse();
    }

    @Test
    void anyOtherPageThatChangesTheAccountEndsAsWell() {
        reset();
        Journey thief = signedIn(OWNERS);
        FormPage profile = thief.browser()
                .open(shop.signIn(Map.of("kc_action", "UPDATE_PROFILE")).uri())
                .asking("firstName");

        resetAtKeycloak();

        FormPage refused =
                post(thief.browser(), profile, Map.of("email", email, "firstName", "Eve", "lastName", "Eve"));
        assertThat(refused.text()).contains(ENDED);
    }

    @Test
    void noSecondFactorIsTakenForAPasswordThatIsNoneAnyMore() {
        reset();
        assertThat(MAIL.nextTo(email).text()).contains("An administrator");
        Journey thief = Journey.at(shop, MAIL);
        FormPage start =
                thief.browser().open(shop.signIn(Map.of("acr_values", "2")).uri());
        FormPage password = thief.browser().submit(start, Map.of("username", email));
        FormPage second =
                thief.browser().submit(password, Map.of("password", OWNERS)).asking("code");
        String typed = MAIL.codeFor(email);

        reset();

        assertThat(thief.typeCode(second, typed).text()).contains(ENDED);
    }

    /** The proof before and the session after, as when both happen at the same moment. */
    @Test
    void aSessionThatBeganAfterItsProofEndedGivesNoTokensAndSignsInNowhere() {
        reset();
        Journey thief = Journey.at(appThatAsksForConsent("after-deletion"), MAIL);
        FormPage consent = thief.passwordGiven(email, OWNERS).asking("accept");
        TENANT.admin().delete(path()).expect(204);
        TENANT.admin().post(path() + "/restore", null).expect(200);

        URI returned = post(thief.browser(), consent, Map.of("accept", "Yes")).returned();

        Answer tokens = thief.signIn().redeemUnchecked(returned);
        assertThat(tokens.error()).as(returned + " " + tokens).isEqualTo("invalid_grant");
        assertThat(thief.browser().open(shop.signIn().uri()).leftFor()).isNull();
    }

    /** At Keycloak's own door, which ends no session. */
    @Test
    void aSessionThatBeganAfterThePasswordWasSetGivesNoTokensAndSignsInNowhere() {
        reset();
        Journey thief = Journey.at(appThatAsksForConsent("after-reset"), MAIL);
        FormPage consent = thief.passwordGiven(email, OWNERS).asking("accept");
        resetAtKeycloak();

        URI returned = post(thief.browser(), consent, Map.of("accept", "Yes")).returned();

        Answer tokens = thief.signIn().redeemUnchecked(returned);
        assertThat(tokens.error()).as(returned + " " + tokens).isEqualTo("invalid_grant");
        assertThat(thief.browser().open(shop.signIn().uri()).leftFor()).isNull();
    }

    @Test
    void whoChangesTheOwnPasswordGoesOnAndOtherSessionsStayUnlessToldToEnd() {
        reset();
        Journey elsewhere = Journey.at(shop, MAIL);
        SignIn.Tokens there =
                elsewhere.signIn().redeem(elsewhere.passwordGiven(email, OWNERS).returned());
        Journey here = signedIn(OWNERS);

        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(60), () -> {
            SignIn change = shop.signIn(PASSWORD_CHANGE);
            FormPage page = here.browser().open(change.uri()).asking("password-new");
            URI returned = InvitedPerson.choosePassword(here.browser(), page, Journey.PASSWORD)
                    .returned();

            assertThat(change.refresh(refreshToken(change.redeemUnchecked(returned)))
                            .status())
                    .isEqualTo(200);
            assertThat(elsewhere.signIn().refresh(there.refreshToken()).status())
                    .isEqualTo(200);
            assertThat(elsewhere.browser().open(shop.signIn().uri()).leftFor()).isNotNull();
        });
    }

    @Test
    void whoChoosesAPasswordAtOnceAfterSigningInGoesOnWithIt() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.passwordGiven(email, temporary()).asking("password-new");
        URI returned =
                InvitedPerson.choosePassword(journey.browser(), page, OWNERS).returned();

        assertThat(journey.signIn()
                        .refresh(refreshToken(journey.signIn().redeemUnchecked(returned)))
                        .status())
                .isEqualTo(200);
        assertThat(journey.browser().open(shop.signIn().uri()).leftFor()).isNotNull();
    }

    /** Else the code would open the account no more, and whoever read one mail would have it for good. */
    @Test
    void anAppCannotHaveACustomerWithoutAPasswordChooseOne() {
        email = Customers.anyone();
        created = create("/customers", Map.of("email", email, "passwordless", true));
        Journey thief = Journey.at(byCode, MAIL);
        thief.codeGiven(email).returned();

        FormPage back = thief.browser().open(byCode.signIn(PASSWORD_CHANGE).uri());

        assertThat(back.returned().getQuery())
                .contains("kc_action_status=error")
                .contains("code=");
    }

    @Test
    void anAdministratorCanHaveACustomerWithoutAPasswordChooseOne() {
        email = Customers.anyone();
        created = create("/customers", Map.of("email", email, "passwordless", true));
        TENANT.admin()
                .put("/" + TENANT.realm() + "/users/" + id(), Map.of("requiredActions", List.of("UPDATE_PASSWORD")))
                .expect(204);
        Journey journey = Journey.at(byCode, MAIL);

        FormPage page = journey.codeGiven(email).asking("password-new");

        assertThat(InvitedPerson.choosePassword(journey.browser(), page, OWNERS).returned())
                .isNotNull();
        assertThat(opens(OWNERS)).isTrue();
    }

    /** Reloading keeps the page for as long as one likes. */
    @Test
    void aSignUpAsksForTheAddressAgainWhenItWasProvenAnHourAgo() {
        String newcomer = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage attributes = keptOpen(journey, newcomer);

        after(65, () -> assertThat(journey.collect(attributes, Map.of()).asks("email"))
                .isTrue());
        assertThat(TENANT.customer(newcomer).isMissingNode()).isTrue();
    }

    @Test
    void aSignUpThatIsReloadedAsksForTheAddressAgainAsWell() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage attributes = keptOpen(journey, Customers.anyone());

        after(65, () -> journey.browser().open(again(attributes)).asking("email"));
    }

    /** Returns the page as it was shown last, 50 minutes after the proof. */
    private static FormPage keptOpen(Journey journey, String newcomer) {
        AtomicReference<FormPage> page = new AtomicReference<>(journey.attributesPage(newcomer));
        for (long minutes : List.of(25L, 50L)) {
            after(
                    minutes,
                    () -> page.set(journey.browser().open(again(page.get())).asking("password-confirm")));
        }
        return page.get();
    }

    /** As a browser's address bar has it: the code for one post is gone from there. */
    private static URI again(FormPage page) {
        return URI.create(page.action().toString().replaceAll("(session_code|execution)=[^&]*&", ""));
    }

    private static void after(long minutes, Runnable work) {
        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(minutes), work);
    }

    private Journey signedIn(String password) {
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, password).returned();
        return journey;
    }

    /** Gives the password and stops at the page for another one. */
    private Parked parked() {
        Journey journey = Journey.at(shop, MAIL);
        return new Parked(
                journey.browser(), journey.passwordGiven(email, temporary()).asking("password-new"));
    }

    /** A customer's, to what the owner knows. */
    private void reset() {
        TENANT.admin()
                .post(path() + "/password", Map.of("password", OWNERS, "forceChangePasswordNextSignIn", false))
                .expect(200);
    }

    /** Which ends no session, and so leaves the page of the thief's session there. */
    private void resetAtKeycloak() {
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + id() + "/reset-password",
                        Map.of("type", "password", "value", Journey.PASSWORD))
                .expect(204);
    }

    private boolean opens(String password) {
        return Journey.at(shop, MAIL).passwordGiven(email, password).leftFor() != null;
    }

    private static RelyingParty appThatAsksForConsent(String clientId) {
        RelyingParty app = TENANT.app(clientId, null);
        String clients = "/" + TENANT.realm() + "/clients";
        String id = TENANT.admin()
                .get(clients + "?clientId=" + clientId)
                .json()
                .at("/0/id")
                .asText();
        TENANT.admin()
                .put(clients + "/" + id, Map.of("clientId", clientId, "consentRequired", true))
                .expect(204);
        return app;
    }

    /** Posts one of Keycloak's own pages. */
    private static FormPage post(FormBrowser browser, FormPage page, Map<String, String> fields) {
        Element form = page.document().select("form").first();
        Map<String, String> all = new HashMap<>(fields);
        form.select("input[type=hidden]").forEach(hidden -> all.put(hidden.attr("name"), hidden.attr("value")));
        return browser.post(URI.create(form.absUrl("action")), all);
    }

    private static String refreshToken(Answer tokens) {
        return tokens.expect(200).json().path("refresh_token").asText();
    }

    private static JsonNode create(String collection, Map<String, Object> account) {
        return TENANT.admin().post(TENANT.path(collection), account).expect(201).json();
    }

    private String temporary() {
        return created.path("temporaryPassword").asText();
    }

    private String id() {
        return created.path("id").asText();
    }

    private String path() {
        return TENANT.path("/customers/" + id());
    }

    /** Whoever gave the password and left the page for another one open. */
    private record Parked(FormBrowser browser, FormPage page) {

        FormPage choose(String password) {
            return InvitedPerson.choosePassword(browser, page, password);
        }

        FormPage reloaded() {
            return browser.open(page.uri());
        }
    }
}
