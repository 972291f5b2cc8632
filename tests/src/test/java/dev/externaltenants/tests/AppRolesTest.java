package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer may do at an app reaches the app as flat lists. */
@Tag("any-database")
final class AppRolesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("app-roles", MAIL);

    private final String email = Customers.anyone();

    @BeforeAll
    static void appsWithRoles() {
        TENANT.userFlow(FlowSpec.named("customers"));
        for (String clientId : List.of("shop", "bank")) {
            TENANT.admin()
                    .post(
                            TENANT.path("/applications"),
                            Map.of(
                                    "type",
                                    "spa",
                                    "clientId",
                                    clientId,
                                    "redirectUris",
                                    List.of(RelyingParty.CALLBACK.toString()),
                                    "userFlow",
                                    "customers",
                                    "groupsClaim",
                                    true))
                    .expect(201);
            for (String value : List.of("buyer", "seller", "retired")) {
                TENANT.admin()
                        .post(TENANT.path("/applications/" + clientId + "/roles"), Map.of("value", value))
                        .expect(201);
            }
        }
    }

    @BeforeEach
    void customer() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void bothTokensHaveTheAppsOwnRolesOfTheCustomer() {
        grant("shop", "seller");
        grant("shop", "buyer");
        grant("bank", "buyer");

        assertRoles(signIn("shop"), List.of("buyer", "seller"));
        assertRoles(signIn("bank"), List.of("buyer"));
    }

    @Test
    void whoHasNoneHasNoClaim() {
        SignIn.Tokens tokens = signIn("shop");

        assertThat(tokens.id().getClaim("roles")).isNull();
        assertThat(tokens.access().getClaim("roles")).isNull();
        assertThat(tokens.access().getClaim("groups")).isNull();
    }

    @Test
    void aDisabledRoleIsInNoToken() {
        grant("shop", "retired");
        grant("shop", "buyer");
        String role = TENANT.path("/applications/shop/roles/retired");

        TENANT.admin().delete(role).expect(409);
        TENANT.admin().put(role, Map.of("enabled", false)).expect(200);
        assertRoles(signIn("shop"), List.of("buyer"));
        TENANT.admin().put(role, Map.of("enabled", true)).expect(200);

        assertRoles(signIn("shop"), List.of("buyer", "retired"));
    }

    @Test
    void groupsAreTheirIdsAndBringTheirRoles() {
        String group = TENANT.admin()
                .post("/" + TENANT.realm() + "/groups", Map.of("name", "Sellers"))
                .createdId();
        String seller = "/" + TENANT.realm() + "/groups/" + group + "/role-mappings/clients/" + id("shop");
        TENANT.admin().post(seller, List.of(role("shop", "seller"))).expect(204);
        TENANT.admin()
                .put("/" + TENANT.realm() + "/users/" + customerId() + "/groups/" + group, null)
                .expect(204);

        SignIn.Tokens tokens = signIn("shop");

        assertThat(tokens.id().getClaim("groups")).isEqualTo(List.of(group));
        assertThat(tokens.access().getClaim("groups")).isEqualTo(List.of(group));
        assertRoles(tokens, List.of("seller"));
    }

    private SignIn.Tokens signIn(String clientId) {
        Journey journey = Journey.at(RelyingParty.of(TENANT, clientId), MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private static void assertRoles(SignIn.Tokens tokens, List<String> roles) {
        assertThat(tokens.id().getClaim("roles")).isEqualTo(roles);
        assertThat(tokens.access().getClaim("roles")).isEqualTo(roles);
    }

    private void grant(String clientId, String value) {
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/users/" + customerId() + "/role-mappings/clients/" + id(clientId),
                        List.of(role(clientId, value)))
                .expect(204);
    }

    private String customerId() {
        return TENANT.customer(email).path("id").asText();
    }

    private static JsonNode role(String clientId, String value) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/clients/" + id(clientId) + "/roles/" + value)
                .expect(200)
                .json();
    }

    private static String id(String clientId) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=" + clientId)
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
    }
}
