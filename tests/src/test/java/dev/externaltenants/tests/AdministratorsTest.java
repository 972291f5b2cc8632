package dev.externaltenants.tests;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant's administrators are created and invited by those of its realm, and sign in to Keycloak's console. */
@Tag("any-database")
final class AdministratorsTest {

    private static final String NEW_PASSWORD = "quite-Another-Secret-7";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("administrators", MAIL);

    /** A tenant whose customers all sign in by code: its administrators do not. */
    @BeforeAll
    static void aFlowByCode() {
        TENANT.app("shop", TENANT.userFlow(FlowSpec.named("by-code").byCode()));
    }

    @Test
    void aNewAdministratorChangesThePasswordAndIsInTheConsole() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "roles", List.of("xt-user-flow-administrator")));

        FormBrowser browser = new FormBrowser();
        FormPage change = signInToTheConsole(
                        browser, email, created.path("temporaryPassword").asText())
                .asking("password-new");
        FormPage console = InvitedPerson.choosePassword(browser, change, NEW_PASSWORD);

        assertThat(console.uri().getPath()).isEqualTo(consolePath());
        assertThat(console.uri().getQuery()).contains("code=");
    }

    @Test
    void anInvitedAdministratorChoosesAPasswordBehindTheLink() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of(
                "email",
                email,
                "givenName",
                "Kim",
                "roles",
                List.of("xt-user-administrator", "xt-reports-reader"),
                "invite",
                true));
        assertThat(created.has("temporaryPassword")).isFalse();

        FormPage end = InvitedPerson.followsTheMail(MAIL, email, NEW_PASSWORD);

        assertThat(end.document().select("a[href*='" + consolePath() + "']")).isNotEmpty();
        assertThat(signInToTheConsole(new FormBrowser(), email, NEW_PASSWORD)
                        .uri()
                        .getPath())
                .isEqualTo(consolePath());
    }

    @Test
    void anAdministratorWhoIsBlockedOrDeletedIsOut() {
        String email = Customers.anyone();
        JsonNode created =
                create(Map.of("email", email, "roles", List.of("xt-reports-reader"), "password", Journey.PASSWORD));
        String path = TENANT.path("/administrators/" + created.path("id").asText());

        TENANT.admin()
                .put(path, Map.of("email", email, "roles", List.of("xt-reports-reader"), "enabled", false))
                .expect(200);
        assertThat(signInToTheConsole(new FormBrowser(), email, Journey.PASSWORD)
                        .uri()
                        .getPath())
                .isNotEqualTo(consolePath());

        TENANT.admin().delete(path).expect(204);
        assertThat(TENANT.admin().get(path).error()).isEqualTo("xt_administrator_not_found");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void aChangeReplacesTheRoles() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "roles", List.of("xt-reports-reader")));

        JsonNode changed = TENANT.admin()
                .put(
                        TENANT.path("/administrators/" + created.path("id").asText()),
                        Map.of("email", email, "roles", List.of("realm-admin")))
                .expect(200)
                .json();

        assertThat(changed.path("roles")).singleElement().satisfies(role -> assertThat(role.asText())
                .isEqualTo("realm-admin"));
        assertThat(TENANT.admin()
                        .get(TENANT.path("/administrators?search=" + email))
                        .expect(200)
                        .json()
                        .findValuesAsText("email"))
                .containsExactly(email);
    }

    @Test
    void whoHoldsARoleByANestedGroupOrACompositeIsListed() {
        String byGroup = Customers.anyone();
        TENANT.existingCustomer(byGroup, Journey.PASSWORD);
        GivenRoles.byANestedGroup(TENANT, byGroup, "xt-reports-reader");
        String byComposite = Customers.anyone();
        TENANT.existingCustomer(byComposite, Journey.PASSWORD);
        GivenRoles.byACompositeOfAnApp(TENANT, byComposite, "xt-reports-reader");

        assertThat(TENANT.admin()
                        .get(TENANT.path("/administrators?max=1000"))
                        .expect(200)
                        .json()
                        .findValuesAsText("email"))
                .contains(byGroup, byComposite);
    }

    @Test
    void ofManyAdministratorsCreatedAtOnceWithOneAddressOneIsMade() {
        Map<String, Object> wanted = Map.of("email", Customers.anyone(), "roles", List.of("xt-reports-reader"));

        List<Answer> answers = AtOnce.times(24, () -> attempt(wanted));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(answer.error())
                .as(answer.toString())
                .isEqualTo("xt_account_exists"));
    }

    @Test
    void customersAreNoAdministrators() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);

        assertThat(TENANT.admin()
                        .get(TENANT.path("/administrators?search=" + email))
                        .json())
                .isEmpty();
        assertThat(TENANT.admin()
                        .get(TENANT.path("/administrators/"
                                + TENANT.customer(email).path("id").asText()))
                        .error())
                .isEqualTo("xt_administrator_not_found");
    }

    @Test
    void refusesWhatTheRulesRefuse() {
        String taken = Customers.anyone();
        TENANT.existingCustomer(taken, Journey.PASSWORD);

        assertThat(attempt(Map.of("roles", List.of("realm-admin"))).error())
                .isEqualTo("xt_administrator_email_missing");
        assertThat(attempt(Map.of("email", Customers.anyone())).error()).isEqualTo("xt_administrator_roles_missing");
        assertThat(attempt(Map.of("email", Customers.anyone(), "roles", List.of("emperor")))
                        .error())
                .isEqualTo("xt_administrator_role_unknown");
        assertThat(attempt(Map.of("email", taken, "roles", List.of("realm-admin")))
                        .error())
                .isEqualTo("xt_account_exists");
        assertThat(attempt(Map.of(
                                "email",
                                Customers.anyone(),
                                "roles",
                                List.of("realm-admin"),
                                "invite",
                                true,
                                "password",
                                Journey.PASSWORD))
                        .error())
                .isEqualTo("xt_administrator_sign_in_invalid");
    }

    @Test
    void onlyARealmAdminGivesRolesAndNobodyToHimself() {
        String chief = Customers.anyone();
        TENANT.existingCustomer(chief, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, chief, "realm-admin");
        String manager = Customers.anyone();
        TENANT.existingCustomer(manager, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, manager, "manage-realm");
        AdminDoorsTest.grant(TENANT, manager, "manage-users");
        RelyingParty desk = TENANT.app("desk", null);
        AdminApi byChief = TENANT.admin().withToken(AdminDoorsTest.tokenOf(desk, chief, MAIL));
        AdminApi byManager = TENANT.admin().withToken(AdminDoorsTest.tokenOf(desk, manager, MAIL));
        Map<String, Object> wanted = Map.of("email", Customers.anyone(), "roles", List.of("xt-reports-reader"));

        assertThat(byManager.post(TENANT.path("/administrators"), wanted).status())
                .isEqualTo(403);
        assertThat(byChief.post(TENANT.path("/administrators"), wanted).status())
                .isEqualTo(201);
        assertThat(byChief.delete(TENANT.path("/administrators/"
                                + TENANT.customer(chief).path("id").asText()))
                        .error())
                .isEqualTo("xt_administrator_self");
    }

    private static FormPage signInToTheConsole(FormBrowser browser, String email, String password) {
        URI console = TENANT.server().base().resolve(consolePath());
        FormPage signIn = browser.open(RelyingParty.of(TENANT, "security-admin-console")
                        .signIn(Map.of("redirect_uri", console.toString(), "scope", "openid"))
                        .uri())
                .asking("username");
        FormPage passwordPage =
                browser.submit(signIn, Map.of("username", email)).asking("password");
        return browser.submit(passwordPage, Map.of("password", password));
    }

    private static String consolePath() {
        return "/admin/" + TENANT.realm() + "/console/";
    }

    private static JsonNode create(Map<String, Object> administrator) {
        return attempt(administrator).expect(201).json();
    }

    private static Answer attempt(Map<String, Object> administrator) {
        return TENANT.admin().post(TENANT.path("/administrators"), administrator);
    }
}
