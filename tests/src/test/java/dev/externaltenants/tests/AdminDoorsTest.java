package dev.externaltenants.tests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.harness.TestSupport.RestMethod;
import dev.externaltenants.tests.servers.AdminApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Who may not, may not: on every REST method of ours, as the running server has them. */
@Tag("any-database")
final class AdminDoorsTest {

    private static final String ROOT = "/admin/realms/{realm}/external-tenant";

    /** A picture of one pixel, in base64. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgz04CAAFpAN1Gs48ZAAAAAElFTkSuQmCC";

    /** One call of each method that would do something, in an order in which all of them would. */
    static final List<Call> CALLS = List.of(
            new Call("GET", ""),
            new Call("PUT", "", "{'displayName':'Renamed'}"),
            new Call("GET", "/attributes"),
            new Call("POST", "/attributes", "{'name':'intruder','dataType':'STRING'}"),
            new Call("GET", "/attributes/{name}"),
            new Call("PUT", "/attributes/{name}", "{'displayName':'Renamed','dataType':'STRING'}"),
            new Call("GET", "/attributes/{name}/purge"),
            new Call("GET", "/custom-extensions"),
            new Call("POST", "/custom-extensions", extension("intruder")),
            new Call("GET", "/custom-extensions/{id}"),
            new Call("PUT", "/custom-extensions/{id}", extension("renamed")),
            new Call("GET", "/custom-extensions/calls"),
            new Call("GET", "/custom-extensions/{id}/calls"),
            new Call("POST", "/custom-extensions/{id}/test", "{'event':'onTokenIssuanceStart'}"),
            new Call("GET", "/event-listeners"),
            new Call("POST", "/event-listeners", listener("intruder")),
            new Call("GET", "/event-listeners/{id}"),
            new Call("PUT", "/event-listeners/{id}", listener("renamed")),
            new Call("GET", "/user-flows"),
            new Call("POST", "/user-flows", "{'name':'intruder'}"),
            new Call("GET", "/user-flows/{id}"),
            new Call("PUT", "/user-flows/{id}", "{'name':'renamed'}"),
            new Call("GET", "/user-flows/{id}/applications"),
            new Call("PUT", "/user-flows/{id}/applications/{clientId}"),
            new Call("GET", "/user-flows/{id}/applications/{clientId}"),
            new Call("GET", "/user-flows/{id}/run"),
            new Call("GET", "/applications/{clientId}/claims"),
            new Call("PUT", "/applications/{clientId}/claims", "[]"),
            new Call("GET", "/applications/{clientId}/claims-mapping"),
            new Call("PUT", "/applications/{clientId}/claims-mapping", "{'ClaimsMappingPolicy':{'Version':1}}"),
            new Call("DELETE", "/applications/{clientId}/claims-mapping"),
            new Call("GET", "/document"),
            new Call("PUT", "/document", "{'tenant':{'displayName':'Renamed'}}"),
            new Call("GET", "/languages"),
            new Call("GET", "/languages/{language}"),
            new Call("GET", "/languages/{language}/defaults"),
            new Call("PUT", "/languages/{language}", "{'SignIn_Title':'Intruder'}"),
            new Call("DELETE", "/languages/{language}"),
            new Call("GET", "/branding"),
            new Call("PUT", "/branding", "{'accentColor':'#b0005a'}"),
            new Call("POST", "/branding/preview"),
            new Call("POST", "/branding/publish"),
            new Call("GET", "/branding/images/{kind}"),
            new Call("PUT", "/branding/images/{kind}", "{'content':'" + PIXEL + "'}"),
            new Call("DELETE", "/branding/images/{kind}"),
            new Call("POST", "/branding/rollback"),
            new Call("GET", "/themes"),
            new Call("POST", "/themes", "{'name':'intruder'}"),
            new Call("GET", "/themes/{name}"),
            new Call("PUT", "/themes/{name}", "{'accentColor':'#b0005a'}"),
            new Call("POST", "/themes/{name}/preview"),
            new Call("POST", "/themes/{name}/publish"),
            new Call("GET", "/themes/{name}/images/{kind}"),
            new Call("PUT", "/themes/{name}/images/{kind}", "{'content':'" + PIXEL + "'}"),
            new Call("DELETE", "/themes/{name}/images/{kind}"),
            new Call("POST", "/themes/{name}/rollback"),
            new Call("GET", "/themes/{name}/applications"),
            new Call("PUT", "/themes/{name}/applications/{clientId}"),
            new Call("GET", "/themes/{name}/applications/{clientId}"),
            new Call("DELETE", "/themes/{name}/applications/{clientId}"),
            new Call("DELETE", "/themes/{name}"),
            new Call("DELETE", "/branding"),
            new Call("DELETE", "/user-flows/{id}/applications/{clientId}"),
            new Call("GET", "/applications"),
            new Call("POST", "/applications", "{'type':'web','clientId':'intruder'}"),
            new Call("GET", "/applications/{clientId}"),
            new Call("PUT", "/applications/{clientId}", "{'displayName':'Renamed','userFlow':'{flow}'}"),
            new Call("POST", "/applications/{clientId}/secret"),
            new Call("GET", "/applications/{clientId}/setup"),
            new Call("GET", "/applications/{clientId}/roles"),
            new Call("POST", "/applications/{clientId}/roles", "{'value':'intruder'}"),
            new Call("GET", "/applications/{clientId}/roles/{value}"),
            new Call("PUT", "/applications/{clientId}/roles/{value}", "{'enabled':false}"),
            new Call("DELETE", "/applications/{clientId}/roles/{value}"),
            new Call("DELETE", "/applications/{clientId}"),
            new Call("GET", "/customers"),
            new Call("POST", "/customers", "{'email':'intruder@contoso.example'}"),
            new Call("GET", "/customers/{id}"),
            new Call("PUT", "/customers/{id}", "{'email':'{customerEmail}'}"),
            new Call("GET", "/customers/{id}/consents"),
            new Call("GET", "/customers/{id}/trusted-devices"),
            new Call("DELETE", "/customers/{id}/trusted-devices"),
            new Call("POST", "/customers/{id}/password", "{}"),
            new Call("POST", "/customers/{id}/invitation", "{}"),
            new Call("DELETE", "/customers/{id}"),
            new Call("POST", "/customers/{id}/restore"),
            new Call("GET", "/administrators"),
            new Call("POST", "/administrators", "{'email':'insider@contoso.example','roles':['realm-admin']}"),
            new Call("GET", "/administrators/{id}"),
            new Call("PUT", "/administrators/{id}", "{'email':'{administratorEmail}','roles':['realm-admin']}"),
            new Call("POST", "/administrators/{id}/password", "{}"),
            new Call("POST", "/administrators/{id}/invitation"),
            new Call("DELETE", "/administrators/{id}"),
            new Call("GET", "/identity-providers"),
            new Call(
                    "POST",
                    "/identity-providers",
                    "{'type':'google','alias':'intruder','clientId':'id','clientSecret':'secret'}"),
            new Call("GET", "/identity-providers/{alias}"),
            new Call("PUT", "/identity-providers/{alias}", "{'clientId':'id','displayName':'Renamed'}"),
            new Call("DELETE", "/identity-providers/{alias}"),
            new Call("DELETE", "/event-listeners/{id}"),
            new Call("DELETE", "/user-flows/{id}"),
            new Call("DELETE", "/custom-extensions/{id}"),
            new Call("DELETE", "/attributes/{name}"),
            new Call("DELETE", ""));

    private static final String CALLBACK = "https://shop.example/callback";

    /** What the creation of one more user flow among the calls leaves to answer: a tenant ends only without any. */
    private static final int REFUSED_FOR_ITS_USER_FLOW = 409;

    /** The calls that belong to the administration realm, where no administrator of a tenant has a say. */
    private static final RestMethod CREATION = new RestMethod("POST", "/admin/realms/{realm}/external-tenants");

    private static final RestMethod LIST = new RestMethod("GET", "/admin/realms/{realm}/external-tenants");

    /** Open to everybody: files of a page that the tenant may switch on and of its brand; a preview to who has its link. */
    private static final List<RestMethod> OPEN = Stream.concat(
                    Stream.of("test-app", "test-app.js", "test-app.css").map(file -> "external-tenant/" + file),
                    Stream.of(
                            "xt-brand/{hash}/{name}",
                            "xt-preview",
                            "xt-preview/{token}",
                            "xt-preview/{token}/{screen}"))
            .map(path -> new RestMethod("GET", "/realms/{realm}/" + path))
            .toList();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("doors", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("other", MAIL);

    private static Map<String, String> idsOfTenant;
    private static Map<String, String> idsOfOther;
    private static AdminApi customer;
    private static AdminApi adminOfOther;

    /** @param body as JSON with single quotes, or null */
    record Call(String method, String path, String body) {

        Call(String method, String path) {
            this(method, path, null);
        }

        RestMethod restMethod() {
            return new RestMethod(method, ROOT + path);
        }

        String pathTo(Map<String, String> ids) {
            return filled(ROOT + path, ids);
        }

        String bodyFor(Map<String, String> ids) {
            return body == null ? null : filled(json(body), ids);
        }

        private static String filled(String text, Map<String, String> ids) {
            String filled = text;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace(id.getKey(), id.getValue());
            }
            return filled;
        }
    }

    @BeforeAll
    static void tenantsAndCallers() {
        idsOfTenant = furnish(TENANT);
        idsOfOther = furnish(OTHER);

        String customerEmail = Customers.anyone();
        TENANT.existingCustomer(customerEmail, Journey.PASSWORD);
        customer = TENANT.admin().withToken(tokenOf(TENANT.app("console", null), customerEmail, MAIL));

        String adminEmail = Customers.anyone();
        OTHER.existingCustomer(adminEmail, Journey.PASSWORD);
        grant(OTHER, adminEmail, "realm-admin");
        adminOfOther = OTHER.admin().withToken(tokenOf(OTHER.app("console", null), adminEmail, MAIL));
    }

    @Test
    void theServerHasTheseMethodsAndNoOthers() {
        assertThat(Stream.of(OPEN.stream(), CALLS.stream().map(Call::restMethod), Stream.of(CREATION, LIST))
                        .flatMap(methods -> methods))
                .containsExactlyInAnyOrderElementsOf(
                        TestSupport.of(TENANT.server()).restMethods());
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments(named("who has no token", TENANT.admin().withoutToken()), 401),
                arguments(named("a token that is none", TENANT.admin().withToken("no.such.token")), 401),
                arguments(named("a customer", customer), 403),
                arguments(named("the administrator of another tenant", adminOfOther), 403));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refusesAndChangesNothing(AdminApi stranger, int status) {
        Map<String, Object> before = everythingOf(TENANT);

        Map<Call, Integer> statuses = statuses(stranger, idsOfTenant);

        assertThat(statuses).hasSize(CALLS.size()).allSatisfy((call, answered) -> assertThat(answered)
                .isEqualTo(status));
        // Lists that are sets come in any order, and those whose order counts say it in their items.
        assertThat(everythingOf(TENANT))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyOfATenantCreatesTenants(AdminApi stranger, int status) {
        Map<String, String> tenant = Map.of("name", "intruder");

        for (String realm : List.of("master", TENANT.realm(), OTHER.realm())) {
            String path = CREATION.path().replace("{realm}", realm);

            assertThat(stranger.callAt(CREATION.method(), path, tenant, Map.of())
                            .status())
                    .isEqualTo(status);
        }
        assertThat(TENANT.admin().get("/intruder").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyOfATenantListsTenants(AdminApi stranger, int status) {
        for (String realm : List.of("master", TENANT.realm(), OTHER.realm())) {
            String path = LIST.path().replace("{realm}", realm);

            assertThat(stranger.callAt(LIST.method(), path, null, Map.of()).status())
                    .isEqualTo(status);
        }
    }

    /** Without this, the refusals above could be those of calls that nobody could make. */
    @Test
    void theAdministratorOfTheTenantMayDoAllOfIt() {
        Map<Call, Integer> statuses = statuses(adminOfOther, idsOfOther);

        assertThat(statuses.remove(new Call("DELETE", ""))).isEqualTo(REFUSED_FOR_ITS_USER_FLOW);
        assertThat(statuses).hasSize(CALLS.size() - 1).allSatisfy((call, answered) -> assertThat(answered)
                .isBetween(200, 204));
    }

    static Map<String, String> furnish(Tenant tenant) {
        tenant.attribute("loyaltyNumber", "STRING");
        tenant.admin()
                .delete(tenant.path("/attributes/loyaltyNumber?values=purge"))
                .expect(202);
        tenant.attribute("loyaltyNumber", "STRING");
        String extension = tenant.admin()
                .post(tenant.path("/custom-extensions"), json(extension("loyalty")))
                .createdId();
        String another = tenant.admin()
                .post(tenant.path("/custom-extensions"), json(extension("another")))
                .createdId();
        String flow =
                tenant.userFlow(FlowSpec.named("default").asks("loyaltyNumber").claimsFrom(extension));
        tenant.admin()
                .post(
                        tenant.path("/applications"),
                        Map.of("type", "web", "clientId", "shop", "redirectUris", List.of(CALLBACK), "userFlow", flow))
                .expect(201);
        String listener = tenant.admin()
                .post(tenant.path("/event-listeners"), json(listener("loyalty")).replace("{another}", another))
                .createdId();
        tenant.admin()
                .post(tenant.path("/applications/shop/roles"), Map.of("value", "buyer"))
                .expect(201);
        tenant.admin()
                .post(
                        tenant.path("/identity-providers"),
                        Map.of("type", "facebook", "clientId", "id", "clientSecret", "secret"))
                .expect(201);
        tenant.claims("shop", Map.of("loyaltyNumber", "loyaltyNumber"));
        tenant.admin().post(tenant.path("/themes"), Map.of("name", "summer")).expect(201);
        tenant.admin()
                .put(tenant.path("/themes/summer/applications/shop"), null)
                .expect(204);
        for (String brand : List.of("/branding", "/themes/summer")) {
            tenant.admin().post(tenant.path(brand + "/publish"), null).expect(200);
            tenant.admin()
                    .put(tenant.path(brand + "/images/favicon"), Map.of("content", PIXEL))
                    .expect(200);
            tenant.admin().post(tenant.path(brand + "/publish"), null).expect(200);
        }
        tenant.admin()
                .put(
                        tenant.path("/applications/shop/claims-mapping"),
                        Map.of("ClaimsMappingPolicy", Map.of("Version", 1)))
                .expect(200);
        String customerEmail = Customers.anyone();
        tenant.existingCustomer(customerEmail, Journey.PASSWORD);
        String administratorEmail = Customers.anyone();
        tenant.existingCustomer(administratorEmail, Journey.PASSWORD);
        grant(tenant, administratorEmail, "xt-reports-reader");
        return Map.ofEntries(
                Map.entry("{realm}", tenant.realm()),
                Map.entry("user-flows/{id}", "user-flows/" + flow),
                Map.entry("{flow}", flow),
                Map.entry("custom-extensions/{id}", "custom-extensions/" + extension),
                Map.entry("{another}", another),
                Map.entry("event-listeners/{id}", "event-listeners/" + listener),
                Map.entry("attributes/{name}", "attributes/loyaltyNumber"),
                Map.entry("themes/{name}", "themes/summer"),
                Map.entry("{kind}", "favicon"),
                Map.entry("{language}", "de"),
                Map.entry("{value}", "buyer"),
                Map.entry("{clientId}", "shop"),
                Map.entry("customers/{id}", "customers/" + idOf(tenant, customerEmail)),
                Map.entry("{customerEmail}", customerEmail),
                Map.entry("administrators/{id}", "administrators/" + idOf(tenant, administratorEmail)),
                Map.entry("{administratorEmail}", administratorEmail),
                Map.entry("{alias}", "facebook"));
    }

    static Map<Call, Integer> statuses(AdminApi caller, Map<String, String> ids) {
        Map<Call, Integer> statuses = new LinkedHashMap<>();
        for (Call call : CALLS) {
            statuses.put(
                    call,
                    caller.callAt(call.method(), call.pathTo(ids), call.bodyFor(ids), Map.of())
                            .status());
        }
        return statuses;
    }

    private static Map<String, Object> everythingOf(Tenant tenant) {
        JsonNode exported = tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        return new ObjectMapper().convertValue(exported, new TypeReference<>() {});
    }

    private static String extension(String name) {
        return "{'name':'" + name + "','targetUrl':'https://127.0.0.1/claims','resourceId':'api://claims'}";
    }

    /** Of another extension than the one that the calls delete. */
    private static String listener(String name) {
        return "{'name':'" + name + "','event':'onTokenIssuanceStart','extensionId':'{another}',"
                + "'conditions':{'includeApplications':[{'appId':'shop'}]}}";
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes == null ? null : withSingleQuotes.replace('\'', '"');
    }

    static String tokenOf(RelyingParty app, String email, MailServer mail) {
        Journey journey = Journey.at(app, mail);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                .accessToken();
    }

    /** Gives a role of the realm's administration. */
    static void grant(Tenant tenant, String email, String roleName) {
        JsonNode role = administratorRole(tenant, roleName);
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/users/" + idOf(tenant, email) + "/role-mappings/clients/"
                                + role.path("containerId").asText(),
                        List.of(role))
                .expect(204);
    }

    static JsonNode administratorRole(Tenant tenant, String roleName) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/clients/" + idOfClient(tenant, "realm-management") + "/roles/" + roleName)
                .expect(200)
                .json();
    }

    static String idOfClient(Tenant tenant, String clientId) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/clients?clientId=" + clientId)
                .json()
                .at("/0/id")
                .asText();
    }

    private static String idOf(Tenant tenant, String email) {
        return tenant.customer(email).path("id").asText();
    }
}
