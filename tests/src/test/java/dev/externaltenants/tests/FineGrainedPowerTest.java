package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Whom Keycloak's fine-grained permissions name has power without a role: who holds a task of ours must not become them.
 */
@Tag("any-database")
final class FineGrainedPowerTest {

    private static final String CUSTOMERS = "/customers";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("fine-grained", MAIL);

    private static String ordinary;
    private static AdminApi users;
    private static AdminApi apps;

    @BeforeAll
    static void holdersOfTheTasks() {
        TENANT.admin()
                .put("/" + TENANT.realm(), Map.of("adminPermissionsEnabled", true))
                .expect(204);
        TENANT.app("console", null);
        ordinary = idOf(customer());
        users = holderOf("xt-user-administrator");
        apps = holderOf("xt-application-administrator");
    }

    @Test
    void anAccountThatAPolicyNamesIsNoCustomer() {
        String id = idOf(customer());
        setPassword(id).expect(200);

        name("user", Map.of("users", List.of(id)));

        assertNoCustomer(id);
        assertThat(TENANT.admin().get(TENANT.path("/administrators/" + id)).status())
                .isEqualTo(200);
    }

    @Test
    void aMemberOfAGroupThatAPolicyNamesIsNoCustomer() {
        String id = idOf(customer());
        String group = TENANT.admin()
                .post("/" + TENANT.realm() + "/groups", Map.of("name", "helpers"))
                .createdId();
        String below = TENANT.admin()
                .post("/" + TENANT.realm() + "/groups/" + group + "/children", Map.of("name", "interns"))
                .createdId();
        TENANT.admin()
                .put("/" + TENANT.realm() + "/users/" + id + "/groups/" + below, null)
                .expect(204);
        setPassword(id).expect(200);

        name("group", Map.of("groups", List.of(Map.of("id", group, "extendChildren", true))));

        assertNoCustomer(id);
    }

    @Test
    void aHolderOfARoleThatAPolicyNamesIsNoCustomer() {
        String id = idOf(customer());
        TENANT.admin()
                .post("/" + TENANT.realm() + "/roles", Map.of("name", "helper"))
                .expect(201);
        JsonNode role = TENANT.admin()
                .get("/" + TENANT.realm() + "/roles/helper")
                .expect(200)
                .json();
        TENANT.admin()
                .post("/" + TENANT.realm() + "/users/" + id + "/role-mappings/realm", List.of(role))
                .expect(204);
        setPassword(id).expect(200);

        name("role", Map.of("roles", List.of(Map.of("id", role.path("id").asText()))));

        assertNoCustomer(id);
    }

    @Test
    void anAppThatAPolicyNamesKeepsItsSecret() {
        TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", "daemon", "clientId", "helpdesk"))
                .expect(201);
        apps.post(TENANT.path("/applications/helpdesk/secret"), null).expect(200);

        name("client", Map.of("clients", List.of(AdminDoorsTest.idOfClient(TENANT, "helpdesk"))));

        assertThat(apps.post(TENANT.path("/applications/helpdesk/secret"), null).status())
                .isEqualTo(403);
    }

    @Test
    void anAppWhoseOwnAccountAPolicyNamesKeepsItsSecret() {
        TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", "daemon", "clientId", "reporter"))
                .expect(201);
        apps.post(TENANT.path("/applications/reporter/secret"), null).expect(200);
        String account = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients/" + AdminDoorsTest.idOfClient(TENANT, "reporter")
                        + "/service-account-user")
                .expect(200)
                .json()
                .path("id")
                .asText();

        name("user", Map.of("users", List.of(account)));

        assertThat(apps.post(TENANT.path("/applications/reporter/secret"), null).status())
                .isEqualTo(403);
    }

    /** As at Keycloak, where who may manage all users may be kept from some, or from passwords. */
    @Test
    void whomAPermissionKeepsFromAnAccountIsKeptFromItHere() {
        String delegate = customer();
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/users/" + idOf(delegate) + "/role-mappings/clients/"
                                + AdminDoorsTest.idOfClient(TENANT, "realm-management"),
                        List.of(AdminDoorsTest.administratorRole(TENANT, "query-users")))
                .expect(204);
        String kept = idOf(customer());
        String other = idOf(customer());
        String granting = name("user", Map.of("users", List.of(idOf(delegate))));
        String denying = name("user", Map.of("users", List.of(idOf(delegate)), "logic", "NEGATIVE"));
        permit(List.of("view", "manage"), granting, List.of());
        permit(List.of("view", "manage"), denying, List.of(kept));
        AdminApi caller =
                TENANT.admin().withToken(AdminDoorsTest.tokenOf(RelyingParty.of(TENANT, "console"), delegate, MAIL));
        String path = TENANT.path(CUSTOMERS + "/");

        assertThat(caller.get(path + other).status()).isEqualTo(200);
        assertThat(caller.post(path + other + "/password", Map.of()).status()).isEqualTo(200);
        assertThat(caller.get(path + kept).status()).isEqualTo(403);
        assertThat(caller.post(path + kept + "/password", Map.of()).status()).isEqualTo(403);
        assertThat(caller.get(TENANT.path(CUSTOMERS + "?max=100")).json().findValuesAsText("id"))
                .contains(other)
                .doesNotContain(kept);

        permit(List.of("reset-password"), denying, List.of());

        assertThat(caller.post(path + other + "/password", Map.of()).status()).isEqualTo(403);
    }

    private static void permit(List<String> scopes, String policy, List<String> users) {
        TENANT.admin()
                .post(
                        authorization("permission/scope"),
                        Map.of(
                                "name",
                                Customers.anyone(),
                                "resourceType",
                                "Users",
                                "scopes",
                                scopes,
                                "policies",
                                List.of(policy),
                                "resources",
                                users))
                .expect(201);
    }

    private static void assertNoCustomer(String id) {
        assertThat(setPassword(id).error()).isEqualTo("xt_customer_not_found");
        assertThat(users.get(TENANT.path(CUSTOMERS + "/" + id)).status()).isEqualTo(404);
        assertThat(users.get(TENANT.path(CUSTOMERS + "?max=100")).json().findValuesAsText("id"))
                .contains(ordinary)
                .doesNotContain(id);
    }

    private static Answer setPassword(String id) {
        return users.post(
                TENANT.path(CUSTOMERS + "/" + id + "/password"),
                Map.of("password", Journey.PASSWORD, "forceChangePasswordNextSignIn", false));
    }

    /** Writes a policy of the realm's fine-grained permissions and returns its id. */
    private static String name(String type, Map<String, Object> whom) {
        Map<String, Object> policy = new HashMap<>(whom);
        policy.put("name", Customers.anyone());
        return TENANT.admin().post(authorization("policy/" + type), policy).createdId();
    }

    private static String authorization(String kind) {
        return "/" + TENANT.realm() + "/clients/" + AdminDoorsTest.idOfClient(TENANT, "admin-permissions")
                + "/authz/resource-server/" + kind;
    }

    private static AdminApi holderOf(String role) {
        String email = customer();
        AdminDoorsTest.grant(TENANT, email, role);
        return TENANT.admin().withToken(AdminDoorsTest.tokenOf(RelyingParty.of(TENANT, "console"), email, MAIL));
    }

    private static String customer() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        return email;
    }

    private static String idOf(String email) {
        return TENANT.customer(email).path("id").asText();
    }
}
