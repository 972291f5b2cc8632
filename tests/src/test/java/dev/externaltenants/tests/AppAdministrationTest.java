package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators do with apps: list, read, replace, delete, give a new secret, and who of them may. */
final class AppAdministrationTest {

    private static final Map<String, String> AS_ITSELF = Map.of("grant_type", "client_credentials");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("app-admin", MAIL);

    private static String flow;

    @BeforeAll
    static void userFlow() {
        flow = TENANT.userFlow(FlowSpec.named("customers"));
    }

    @Test
    void theSecretIsShownOnceAndANewOneTakesItsPlace() {
        TENANT.admin()
                .put("/" + TENANT.realm(), Map.of("adminEventsDetailsEnabled", true))
                .expect(204);
        Answer registered = TENANT.admin().post(apps(""), Map.of("type", "daemon", "clientId", "worker"));
        String first = registered.expect(201).json().path("secret").asText();

        assertThat(TENANT.admin().get(apps("/worker")).body()).doesNotContain(first);
        assertThat(TENANT.admin().get(apps("")).body()).doesNotContain(first);
        assertThat(adminEvents())
                .contains("XT_APPLICATION", "applications/worker", "daemon")
                .doesNotContain(first);
        assertThat(registered.headers().firstValue("Cache-Control")).contains("no-store");

        String second = TENANT.admin()
                .post(apps("/worker/secret"), null)
                .expect(200)
                .json()
                .path("secret")
                .asText();

        assertThat(second).isNotEqualTo(first);
        assertThat(adminEvents()).doesNotContain(second);
        assertThat(RelyingParty.of(TENANT, "worker", second)
                        .tokenRequest(AS_ITSELF)
                        .status())
                .isEqualTo(200);
        assertThat(RelyingParty.of(TENANT, "worker", first)
                        .tokenRequest(AS_ITSELF)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void oneHundredRedirectUrisAreTakenAndNoMore() {
        List<String> uris = IntStream.range(0, 101)
                .mapToObj(number -> "https://shop.example/" + number)
                .toList();

        Answer refused = TENANT.admin().post(apps(""), Map.of("type", "spa", "clientId", "wide", "redirectUris", uris));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_application_redirect_uris_too_many");
        TENANT.admin()
                .post(apps(""), Map.of("type", "spa", "clientId", "wide", "redirectUris", uris.subList(0, 100)))
                .expect(201);
        TENANT.admin().delete(apps("/wide"));
    }

    @Test
    void theListHasAllAppsAndNoneOfKeycloaksOwn() {
        TENANT.app("by-keycloak", null);
        register(Map.of("type", "mobile", "clientId", "by-us", "displayName", "Our app"));

        JsonNode listed = TENANT.admin().get(apps("?max=1000")).expect(200).json();

        List<String> clientIds = listed.findValuesAsText("clientId");
        assertThat(clientIds)
                .contains("by-keycloak", "by-us")
                .doesNotContain("account", "admin-cli", "broker", "realm-management", "security-admin-console")
                .isSorted();
        assertThat(read("by-keycloak").path("type").asText()).isEqualTo("spa");
        assertThat(read("by-us").path("type").asText()).isEqualTo("mobile");
    }

    @Test
    void theListIsPagedAndSearched() {
        for (String name : List.of("paged-c", "paged-a", "paged-b")) {
            register(Map.of("type", "api", "clientId", name));
        }

        JsonNode page = TENANT.admin()
                .get(apps("?search=PAGED&first=1&max=1"))
                .expect(200)
                .json();

        assertThat(page.findValuesAsText("clientId")).containsExactly("paged-b");
    }

    @Test
    void aReplacementIsWholeAndWhatWasReadMayBeSentBack() {
        register(Map.of(
                "type",
                "web",
                "clientId",
                "whole",
                "displayName",
                "Whole",
                "redirectUris",
                List.of("https://whole.example/callback"),
                "postLogoutRedirectUris",
                List.of("https://whole.example/bye"),
                "frontChannelLogoutUrl",
                "https://whole.example/out",
                "userFlow",
                "customers"));
        JsonNode before = read("whole");

        assertThat(TENANT.admin()
                        .put(apps("/whole"), before.toString())
                        .expect(200)
                        .json())
                .isEqualTo(before);
        JsonNode after =
                TENANT.admin().put(apps("/whole"), Map.of()).expect(200).json();

        assertThat(after.path("displayName").asText()).isEqualTo("whole");
        assertThat(after.path("redirectUris")).isEmpty();
        assertThat(after.path("postLogoutRedirectUris")).isEmpty();
        assertThat(after.has("frontChannelLogoutUrl")).isFalse();
        assertThat(after.has("userFlow")).isFalse();
        assertThat(after).isEqualTo(read("whole"));
    }

    @Test
    void anAppSaysWhichThemeItsCustomersSee() {
        Answer registered = TENANT.admin()
                .post(apps(""), Map.of("type", "spa", "clientId", "themed"))
                .expect(201);
        assertThat(registered.headers().firstValue("ETag")).contains(etagOf("themed"));
        assertThat(read("themed").has("theme")).isFalse();
        String unthemed = etagOf("themed");

        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", "summer")).expect(201);
        TENANT.admin()
                .put(TENANT.path("/themes/summer/applications/themed"), null)
                .expect(204);

        assertThat(read("themed").path("theme").asText()).isEqualTo("summer");
        assertThat(TENANT.admin().get(apps("?search=themed")).expect(200).json().findValuesAsText("theme"))
                .containsExactly("summer");
        assertThat(change("themed", unthemed, "Themed").status()).isEqualTo(412);

        // It is said at the theme alone: left out or sent back, it stays.
        JsonNode asRead = read("themed");
        assertThat(TENANT.admin()
                        .put(apps("/themed"), asRead.toString())
                        .expect(200)
                        .json())
                .isEqualTo(asRead);
        assertThat(change("themed", etagOf("themed"), "Themed")
                        .expect(200)
                        .json()
                        .path("theme")
                        .asText())
                .isEqualTo("summer");

        JsonNode before = read("themed");
        assertThat(refusedTheme(asRead, "winter")).isEqualTo("xt_application_theme_immutable theme");
        assertThat(refusedTheme(asRead, null)).isEqualTo("xt_application_theme_immutable theme");
        assertThat(read("themed")).isEqualTo(before);

        TENANT.admin().delete(TENANT.path("/themes/summer")).expect(204);
        assertThat(read("themed").has("theme")).isFalse();
        assertThat(refusedTheme(asRead, "summer")).isEqualTo("xt_application_theme_immutable theme");
        assertThat(TENANT.admin()
                        .post(apps(""), Map.of("type", "spa", "clientId", "born-themed", "theme", "summer"))
                        .expect(400)
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("xt_unknown_field");
    }

    private static String refusedTheme(JsonNode app, String theme) {
        ObjectNode body = app.<ObjectNode>deepCopy().put("theme", theme);
        JsonNode refusal = TENANT.admin()
                .put(apps("/" + app.path("clientId").asText()), body.toString())
                .expect(409)
                .json();
        return refusal.path("error").asText() + " " + refusal.path("field").asText();
    }

    @Test
    void aThemeThatIsGoneIsNotSaidOfAnApp() {
        register(Map.of("type", "spa", "clientId", "brought"));
        TENANT.server()
                .admin()
                .put(
                        "/" + TENANT.realm() + "/clients/"
                                + client("brought").path("id").asText(),
                        Map.of("attributes", Map.of("xt.theme", "winter")))
                .expect(204);

        assertThat(read("brought").has("theme")).isFalse();
    }

    @Test
    void whatAnOperatorSetAtKeycloakStays() {
        register(Map.of("type", "web", "clientId", "tuned", "redirectUris", List.of("https://tuned.example/a")));
        JsonNode client = client("tuned");
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/clients/" + client.path("id").asText(),
                        Map.of(
                                "clientId",
                                "tuned",
                                "description",
                                "Ours",
                                "attributes",
                                Map.of("access.token.lifespan", "600")))
                .expect(204);

        TENANT.admin()
                .put(apps("/tuned"), Map.of("redirectUris", List.of("https://tuned.example/b")))
                .expect(200);

        JsonNode after = client("tuned");
        assertThat(after.path("description").asText()).isEqualTo("Ours");
        assertThat(after.path("attributes").path("access.token.lifespan").asText())
                .isEqualTo("600");
        assertThat(after.path("redirectUris").path(0).asText()).isEqualTo("https://tuned.example/b");
        assertThat(after.path("secret").asText())
                .isEqualTo(client.path("secret").asText());
    }

    @Test
    void aChangeMadeFromAnotherVersionIsRefused() {
        register(Map.of("type", "spa", "clientId", "versioned"));
        String version = etagOf("versioned");
        TENANT.admin().put(apps("/versioned"), Map.of("displayName", "Newer")).expect(200);

        Answer late = change("versioned", version, "Older");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.error()).isEqualTo("xt_version_conflict");
        assertThat(read("versioned").path("displayName").asText()).isEqualTo("Newer");
    }

    @Test
    void ofManyChangesMadeFromOneVersionOneIsTaken() {
        register(Map.of("type", "spa", "clientId", "contested"));
        String version = etagOf("contested");

        List<Answer> answers = AtOnce.all(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(n -> () -> change("contested", version, "Name " + n))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isIn(409, 412));
    }

    @Test
    void anAppThatCannotBeMappedIsNotRegistered() {
        TENANT.admin()
                .post(apps(""), Map.of("type", "spa", "clientId", "half", "userFlow", "nowhere"))
                .expect(400);

        TENANT.admin().get(apps("/half")).expect(404);
    }

    @Test
    void anApiThatAppsNameIsNotDeleted() {
        register(Map.of("type", "api", "clientId", "named"));
        register(Map.of("type", "web", "clientId", "naming", "apis", List.of("named")));

        assertThat(TENANT.admin().delete(apps("/named")).expect(409).error()).isEqualTo("xt_application_in_use");
        TENANT.admin().delete(apps("/naming")).expect(204);
        TENANT.admin().delete(apps("/named")).expect(204);
        TENANT.admin().get(apps("/named")).expect(404);
    }

    @Test
    void whoMayManageClientsOnlyRegistersAppsButMapsThemToNoUserFlow() {
        AdminApi clerk = administrator("manage-clients");

        clerk.post(apps(""), Map.of("type", "spa", "clientId", "by-clerk")).expect(201);
        clerk.put(apps("/by-clerk"), Map.of("displayName", "By the clerk")).expect(200);
        clerk.post(apps(""), Map.of("type", "spa", "userFlow", flow)).expect(403);
        clerk.put(apps("/by-clerk"), Map.of("userFlow", flow)).expect(403);
        TENANT.assign(flow, "by-clerk");
        clerk.put(apps("/by-clerk"), Map.of("displayName", "Unmapped")).expect(403);
        clerk.put(apps("/by-clerk"), Map.of("displayName", "Mapped", "userFlow", "customers"))
                .expect(200);
        assertThat(read("by-clerk").path("userFlow").asText()).isEqualTo(flow);
    }

    @Test
    void whoMayNotManageClientsAtKeycloakDoesNotHereEither() {
        register(Map.of("type", "daemon", "clientId", "guarded"));

        for (String role : List.of("manage-realm", "view-clients")) {
            AdminApi other = administrator(role);
            other.post(apps(""), Map.of("type", "spa")).expect(403);
            other.put(apps("/guarded"), Map.of()).expect(403);
            other.delete(apps("/guarded")).expect(403);
            other.post(apps("/guarded/secret"), null).expect(403);
        }
        administrator("view-clients").get(apps("/guarded")).expect(200);
        administrator("manage-realm").get(apps("/guarded")).expect(403);
        administrator("manage-users").get(apps("")).expect(403);
    }

    @Test
    void theRealmsClientPoliciesHoldHereToo() {
        Tenant strict = Tenant.named("strict-apps", MAIL).create();
        try {
            requireHttps(strict);

            Answer refused = strict.admin()
                    .post(
                            strict.path("/applications"),
                            Map.of("type", "spa", "clientId", "local", "redirectUris", List.of("http://localhost/a")));

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("xt_application_policy_refused");
            strict.admin().get(strict.path("/applications/local")).expect(404);
            strict.admin()
                    .post(
                            strict.path("/applications"),
                            Map.of("type", "spa", "redirectUris", List.of("https://shop.example/a")))
                    .expect(201);
        } finally {
            strict.delete();
        }
    }

    private static void requireHttps(Tenant tenant) {
        String policies = "/" + tenant.realm() + "/client-policies/";
        tenant.admin()
                .put(
                        policies + "profiles",
                        """
                        {"profiles": [{"name": "https", "executors":
                          [{"executor": "secure-client-uris", "configuration": {}}]}]}""")
                .expect(204);
        tenant.admin()
                .put(
                        policies + "policies",
                        """
                        {"policies": [{"name": "https", "enabled": true, "profiles": ["https"], "conditions":
                          [{"condition": "any-client", "configuration": {}}]}]}""")
                .expect(204);
    }

    private static Answer change(String clientId, String version, String displayName) {
        return TENANT.admin()
                .call("PUT", apps("/" + clientId), Map.of("displayName", displayName), Map.of("If-Match", version));
    }

    private static String etagOf(String clientId) {
        return TENANT.admin()
                .get(apps("/" + clientId))
                .expect(200)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static String apps(String below) {
        return TENANT.path("/applications" + below);
    }

    private static void register(Map<String, Object> app) {
        TENANT.admin().post(apps(""), app).expect(201);
    }

    private static JsonNode read(String clientId) {
        return TENANT.admin().get(apps("/" + clientId)).expect(200).json();
    }

    private static JsonNode client(String clientId) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0);
    }

    private static String adminEvents() {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/admin-events?max=1000")
                .expect(200)
                .body();
    }

    /** Returns the REST as somebody with this role of the realm's administration sees it. */
    private static AdminApi administrator(String roleName) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String management = client("realm-management").path("id").asText();
        JsonNode role = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients/" + management + "/roles/" + roleName)
                .expect(200)
                .json();
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/users/"
                                + TENANT.customer(email).path("id").asText() + "/role-mappings/clients/" + management,
                        List.of(role))
                .expect(204);
        Journey journey = Journey.at(TENANT.app("console-of-" + email.replace('@', '.'), null), MAIL);
        return TENANT.admin()
                .withToken(journey.signIn()
                        .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                        .accessToken());
    }
}
