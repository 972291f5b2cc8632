package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whichever of Keycloak's doors to a client it is: nobody but who manages the realm says which user flow an app has. */
@Tag("any-database")
final class AppMappingDoorsTest {

    private static final String ATTRIBUTE = "xt.userFlow";
    private static final String FORBIDDEN = "xt_application_user_flow_forbidden";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("mapping-doors", MAIL);

    private static String strict;
    private static String lax;
    private static AdminApi clientManager;

    @BeforeAll
    static void flowsAndWhoManagesClientsOnly() {
        strict = TENANT.userFlow(FlowSpec.named("strict").requiresMfa());
        lax = TENANT.userFlow(FlowSpec.named("lax"));
        clientManager = TENANT.admin().withToken(tokenOfWhoManagesClients());
    }

    @BeforeEach
    void anAppOfTheStrictFlow() {
        TENANT.admin().delete(TENANT.path("/applications/shop"));
        TENANT.admin()
                .post(
                        TENANT.path("/applications"),
                        Map.of(
                                "clientId",
                                "shop",
                                "type",
                                "spa",
                                "redirectUris",
                                List.of("https://shop.example/"),
                                "userFlow",
                                strict))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lax", "", "unknown"})
    void whoManagesClientsDoesNotMoveAnAppByTheirRest(String flow) {
        ObjectNode client = client();
        client.withObject("/attributes").put(ATTRIBUTE, flow.equals("lax") ? lax : flow);

        Answer refused = clientManager.put(clients() + "/" + client.path("id").asText(), client);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo(FORBIDDEN);
        assertThat(flowOf("shop")).isEqualTo(strict);
    }

    @Test
    void whoManagesClientsRegistersNoAppOfAFlowByTheirRest() {
        Answer refused =
                clientManager.post(clients(), Map.of("clientId", "bistro", "attributes", Map.of(ATTRIBUTE, lax)));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(TENANT.admin().get(clients() + "?clientId=bistro").json()).isEmpty();
    }

    @Test
    void whoManagesClientsChangesAllElseOfAnApp() {
        ObjectNode client = client();
        client.put("description", "Changed");

        clientManager.put(clients() + "/" + client.path("id").asText(), client).expect(204);

        assertThat(flowOf("shop")).isEqualTo(strict);
    }

    @Test
    void whoManagesTheRealmMovesAnAppByKeycloaksRestToo() {
        ObjectNode client = client();
        client.withObject("/attributes").put(ATTRIBUTE, lax);

        TENANT.admin().put(clients() + "/" + client.path("id").asText(), client).expect(204);

        assertThat(flowOf("shop")).isEqualTo(lax);
    }

    @Test
    void whoManagesClientsImportsNothing() {
        ObjectNode client = client();
        client.withObject("/attributes").put(ATTRIBUTE, lax);

        Answer refused = clientManager.post(
                "/" + TENANT.realm() + "/partialImport",
                Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(client)));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(flowOf("shop")).isEqualTo(strict);
    }

    @Test
    void anAppDoesNotMoveItselfByItsRegistrationAccessToken() {
        ObjectNode client = client();
        String token = TENANT.admin()
                .post(clients() + "/" + client.path("id").asText() + "/registration-access-token", null)
                .expect(200)
                .json()
                .path("registrationAccessToken")
                .asText();
        client.withObject("/attributes").put(ATTRIBUTE, lax);

        Answer refused = register("PUT", "default/shop", token, client);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(flowOf("shop")).isEqualTo(strict);
    }

    @Test
    void aClientThatRegistersItselfIsOfNoFlow() {
        String token = TENANT.admin()
                .post("/" + TENANT.realm() + "/clients-initial-access", Map.of("count", 9, "expiration", 600))
                .expect(201)
                .json()
                .path("token")
                .asText();

        Answer refused = register(
                "POST", "default", token, Map.of("clientId", "intruder", "attributes", Map.of(ATTRIBUTE, lax)));
        Answer byOpenId = register(
                "POST",
                "openid-connect",
                token,
                Map.of(
                        "redirect_uris",
                        List.of("https://shop.example/"),
                        ATTRIBUTE,
                        lax,
                        "attributes",
                        Map.of(ATTRIBUTE, lax)));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(apps(lax)).doesNotContain("intruder");
        if (byOpenId.status() == 201) {
            assertThat(flowOf(byOpenId.json().path("client_id").asText())).isEmpty();
        }
    }

    private static Answer register(String method, String path, String token, Object body) {
        String address = TENANT.issuer() + "/clients-registrations/" + path;
        return AdminApi.send(
                method + " " + address,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .method(
                                method,
                                BodyPublishers.ofString(
                                        new ObjectMapper().valueToTree(body).toString()))
                        .build());
    }

    private static String clients() {
        return "/" + TENANT.realm() + "/clients";
    }

    private static ObjectNode client() {
        return (ObjectNode) TENANT.admin()
                .get(clients() + "?clientId=shop")
                .expect(200)
                .json()
                .get(0);
    }

    private static String flowOf(String clientId) {
        return TENANT.admin()
                .get(clients() + "?clientId=" + clientId)
                .expect(200)
                .json()
                .at("/0/attributes/" + ATTRIBUTE)
                .asText();
    }

    private static Stream<String> apps(String flow) {
        return TENANT
                .admin()
                .get(TENANT.path("/user-flows/" + flow + "/applications"))
                .expect(200)
                .json()
                .findValuesAsText("clientId")
                .stream();
    }

    private static String tokenOfWhoManagesClients() {
        String realm = "/" + TENANT.realm();
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String management = TENANT.admin()
                .get(clients() + "?clientId=realm-management")
                .json()
                .at("/0/id")
                .asText();
        JsonNode role = TENANT.admin()
                .get(clients() + "/" + management + "/roles/manage-clients")
                .expect(200)
                .json();
        String user = TENANT.customer(email).path("id").asText();
        TENANT.admin()
                .post(realm + "/users/" + user + "/role-mappings/clients/" + management, List.of(role))
                .expect(204);
        Journey journey = Journey.at(TENANT.app("console", null), MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                .accessToken();
    }
}
