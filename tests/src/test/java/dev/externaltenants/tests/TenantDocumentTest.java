package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant is one document, and a document makes a tenant. */
final class TenantDocumentTest {

    private static final String YAML = "application/yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("document", MAIL);
    private final Tenant other = Tenant.named("other", MAIL);

    @BeforeEach
    void createTenants() {
        tenant.create();
        other.create();
    }

    @AfterEach
    void deleteTenants() {
        tenant.delete();
        other.delete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", YAML})
    void appliedToAnEmptyTenantItGivesTheSameDocument(String type) {
        furnish();
        String document = read(tenant, type).body();

        apply(other, "", document, type).expect(200);

        assertThat(read(other, type).body()).isEqualTo(document);
        assertThat(apply(other, "", document, type).expect(200).body().strip()).isIn("[]", "[ ]");
    }

    @Test
    void makesAnyTenantOfAnyOther() {
        AnyTenant documents = new AnyTenant(20261122);
        for (int i = 0; i < 15; i++) {
            ObjectNode wanted = documents.next();

            Answer foreseen = apply(tenant, "?dryRun=true", wanted.toString(), "application/json");
            Answer changed =
                    apply(tenant, "", wanted.toString(), "application/json").expect(200);

            assertThat(foreseen.json()).as(wanted.toString()).isEqualTo(changed.json());
            String now = read(tenant, "application/json").body();
            assertThat(etag(read(tenant, "application/json"))).isEqualTo(etag(changed));
            assertThat(apply(tenant, "", wanted.toString(), "application/json").json())
                    .as("after " + changed + "\nthe document was " + now)
                    .isEmpty();
            apply(other, "", now, "application/json").expect(200);
            assertThat(read(other, "application/json").body()).isEqualTo(now);
        }
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndChangesNothing() {
        furnish();
        Answer before = read(tenant, "application/json");
        ObjectNode wanted = (ObjectNode) before.json();
        ((ObjectNode) wanted.at("/userFlows/0")).put("mfa", "OFF");
        ((ObjectNode) wanted.at("/tenant")).put("displayName", "Fabrikam");
        wanted.putArray("applications");

        Answer foreseen = apply(tenant, "?dryRun=true", wanted.toString(), "application/json")
                .expect(200);

        assertThat(foreseen.json())
                .extracting(change -> change.path("path").asText() + " "
                        + change.path("change").asText())
                .containsExactly(
                        "tenant.displayName replace",
                        "userFlows[customers].mfa replace",
                        "applications[orders] remove",
                        "applications[shop] remove");
        assertThat(foreseen.json().at("/1/from").asText()).isEqualTo("REQUIRED");
        assertThat(foreseen.json().at("/1/to").asText()).isEqualTo("OFF");
        assertThat(read(tenant, "application/json").body()).isEqualTo(before.body());
        assertThat(etag(read(tenant, "application/json"))).isEqualTo(etag(before));
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=true, false", "?dryRun=false, true", "'', true"})
    void theAnswerSaysWhetherTheDocumentWasApplied(String query, String applied) {
        Answer answer = apply(tenant, query, "{\"tenant\":{\"displayName\":\"Fabrikam\"}}", "application/json");

        assertThat(answer.expect(200).headers().firstValue("XT-Applied")).hasValue(applied);
    }

    @Test
    void theDiffIsReadableInYamlToo() {
        String diff = applied(tenant, "?dryRun=true", "{\"tenant\":{\"displayName\":\"Fabrikam\"}}", YAML)
                .body();

        assertThat(diff).isEqualTo("- path: tenant.displayName\n  change: replace\n  from: Contoso\n  to: Fabrikam\n");
    }

    @Test
    void sectionsThatAreLeftOutStay() {
        furnish();
        JsonNode before = read(tenant, "application/json").json();

        apply(tenant, "", "tenant:\n  displayName: Fabrikam\n", YAML).expect(200);

        ObjectNode after = (ObjectNode) read(tenant, "application/json").json();
        assertThat(after.at("/tenant/displayName").asText()).isEqualTo("Fabrikam");
        assertThat(after.at("/tenant/bannedPasswords")).isEqualTo(before.at("/tenant/bannedPasswords"));
        after.replace("tenant", before.path("tenant"));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"userFlows":[{"name":"a"},{"name":"b","attributes":[{"name":"nothing"}]}]} | 400 | xt_attribute_unknown                | userFlows[1].attributes[0].name
                    {"userFlows":[{"name":"a"},{"name":"a"}]}                                   | 400 | xt_document_key_invalid             | userFlows[1].name
                    {"userFlows":[{"displayName":"a"}]}                                         | 400 | xt_document_key_invalid             | userFlows[0].name
                    {"userFlows":[{"name":"a","mfa":"SOMETIMES"}]}                              | 400 | xt_invalid_value                    | userFlows[0].mfa
                    {"userFlows":[{"name":"a","id":"b"}]}                                       | 400 | xt_unknown_field                    | userFlows[0].id
                    {"userFlows":[{"name":"a","extensions":{"onTokenIssuanceStart":"none"}}]}   | 400 | xt_extension_unknown                | userFlows[0].extensions
                    {"userFlows":[null]}                                                        | 400 | xt_invalid_value                    | userFlows[0]
                    {"userFlows":null}                                                          | 400 | xt_invalid_value                    | userFlows
                    {"eventListeners":[{"name":"a","event":"onOtpSend","extensionId":"none","conditions":{}}]} | 400 | xt_extension_unknown | eventListeners[0].extensionId
                    {"eventListeners":[{"name":"a","event":"onOtpSend","extensionId":"risk","conditions":{"userFlows":["none"]}}]} | 400 | xt_listener_user_flow_unknown | eventListeners[0].conditions.userFlows
                    {"eventListeners":[{"name":"a","event":"onPasswordSubmit","extensionId":"risk","conditions":{},"migrationAttribute":"termsAccepted"}]} | 400 | xt_listener_migration_attribute_unsuitable | eventListeners[0].migrationAttribute
                    {"applications":[],"eventListeners":[{"name":"a","event":"onOtpSend","extensionId":"risk","conditions":{"includeApplications":[{"appId":"shop"}]}}]} | 400 | xt_listener_application_unknown | eventListeners[0].conditions.includeApplications[0].appId
                    {"tenant":{"name":"contoso"}}                                               | 400 | xt_unknown_field                    | tenant.name
                    {"tenant":{"languages":["xx"]}}                                             | 400 | xt_tenant_languages_invalid         | tenant.languages
                    {"attributes":[{"name":"email","dataType":"STRING"}]}                       | 400 | xt_attribute_name_reserved          | attributes[0].name
                    {"customExtensions":[{"name":"a","targetUrl":"http://a.example/"}]}         | 400 | xt_extension_url_not_allowed        | customExtensions[0].targetUrl
                    {"applications":[{"clientId":"a"}]}                                         | 400 | xt_application_type_invalid         | applications[0].type
                    {"applications":[{"clientId":"a","type":"api","roles":[{"value":" "}]}]}    | 400 | xt_application_role_value_invalid   | applications[0].roles[0].value
                    {"applications":[{"clientId":"a","type":"web","claims":[{"claim":"sub"}]}]} | 400 | xt_claim_reserved                   | applications[0].claims[0].claim
                    {"applications":[{"clientId":"a","type":"web","claims":[null]}]}            | 400 | xt_invalid_value                    | applications[0].claims
                    {"applications":[{"clientId":"a","type":"web","secret":"s"}]}               | 400 | xt_unknown_field                    | applications[0].secret
                    {"applications":[{"clientId":"account","type":"web"}]}                      | 409 | xt_application_client_id_taken      | applications[0].clientId
                    {"branding":{}}                                                             | 400 | xt_unknown_field                    | branding
                    """)
    void whatIsWrongIsRefusedAsAWholeWithItsPath(String document, int status, String error, String field) {
        furnish();
        // Their flows go with what is tried.
        put(Map.of("applications", List.of())).expect(200);
        String before = read(tenant, "application/json").body();

        Answer refused = apply(tenant, "", document, "application/json");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.error()).as(refused.toString()).isEqualTo(error);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(read(tenant, "application/json").body()).isEqualTo(before);
    }

    /** Else the same document would be refused the next time. */
    @Test
    void noListenerOfADocumentNamesAnAppThatGoesByIt() {
        furnish();
        String before = read(tenant, "application/json").body();

        Answer refused = put(Map.of(
                "applications",
                List.of(),
                "eventListeners",
                List.of(Map.of(
                        "name",
                        "risk",
                        "event",
                        "onTokenIssuanceStart",
                        "extensionId",
                        "risk",
                        "conditions",
                        Map.of("includeApplications", List.of(Map.of("appId", "shop")))))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_listener_application_unknown");
        assertThat(read(tenant, "application/json").body()).isEqualTo(before);
    }

    @Test
    void listenersLetGoOfAppsAndUserFlowsThatADocumentTakesAway() {
        furnish();
        put(Map.of(
                        "eventListeners",
                        List.of(Map.of(
                                "name",
                                "risk",
                                "event",
                                "onTokenIssuanceStart",
                                "extensionId",
                                "risk",
                                "conditions",
                                Map.of(
                                        "includeApplications",
                                        List.of(Map.of("appId", "shop")),
                                        "userFlows",
                                        List.of("newsletter"))))))
                .expect(200);

        put(Map.of("applications", List.of(), "userFlows", List.of())).expect(200);

        JsonNode conditions = read(tenant, "application/json").json().at("/eventListeners/0/conditions");
        assertThat(conditions.path("includeApplications")).isEmpty();
        assertThat(conditions.path("userFlows")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?dryRun=ture, xt_invalid_value, dryRun",
        "?dryRun, xt_invalid_value, dryRun",
        "?dryRun=, xt_invalid_value, dryRun",
        "?dryRun=true&dryRun=false, xt_invalid_value, dryRun",
        "?dry-run=true, xt_unknown_parameter, dry-run",
        "?dryRun=false&dryrun=true, xt_invalid_value, dryRun"
    })
    void aSwitchThatIsMisspeltDoesNotChangeTheTenant(String query, String error, String field) {
        Answer refused = apply(tenant, query, "{\"tenant\":{\"displayName\":\"Fabrikam\"}}", "application/json");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(read(tenant, "application/json")
                        .json()
                        .at("/tenant/displayName")
                        .asText())
                .isEqualTo("Contoso");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        Answer refused = apply(tenant, "", "# " + "x".repeat(2_000_000), YAML);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_document_too_large");
    }

    @Test
    void aDocumentOfAnotherVersionOfTheTenantIsRefused() {
        Answer read = read(tenant, "application/json");
        tenant.userFlow(FlowSpec.named("meanwhile"));

        Answer refused =
                tenant.admin().call("PUT", tenant.path("/document"), read.body(), Map.of("If-Match", etag(read)));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.error()).isEqualTo("xt_version_conflict");
        assertThat(read(tenant, "application/json").json().path("userFlows")).hasSize(1);
    }

    @Test
    void neverShowsASecretAndKeepsTheOneThatIsThere() {
        furnish();
        String secret = secretOf("shop");
        Answer document = read(tenant, YAML);
        assertThat(secret).isNotBlank();
        assertThat(document.body()).doesNotContain(secret);

        Answer changed = apply(tenant, "", document.body().replace("Contoso Shop", "Contoso Market"), YAML);

        assertThat(changed.expect(200).body()).contains("Contoso Market").doesNotContain(secret);
        assertThat(secretOf("shop")).isEqualTo(secret);
    }

    @Test
    void carriesIdentityProvidersWhoseSecretsAreGivenWhereTheyAreMade() {
        Map<String, String> provider = Map.of("alias", "google", "type", "google", "clientId", "shop");
        Map<String, String> withSecret = new HashMap<>(provider);
        withSecret.put("clientSecret", "never-to-be-shown");
        put(Map.of(
                        "identityProviders",
                        List.of(withSecret),
                        "userFlows",
                        List.of(Map.of("name", "social", "identityProviders", List.of("google")))))
                .expect(200);
        String document = read(tenant, "application/json").body();
        assertThat(document).contains("\"google\"").doesNotContain("never-to-be-shown");

        Answer refused = apply(other, "", document, "application/json");
        apply(
                        other,
                        "",
                        JSON.valueToTree(Map.of("identityProviders", List.of(withSecret)))
                                .toString(),
                        "application/json")
                .expect(200);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo("identityProviders[0].clientSecret");
        apply(other, "", document, "application/json").expect(200);
        assertThat(read(other, "application/json").body()).isEqualTo(document);
        assertThat(apply(other, "", document, "application/json").json()).isEmpty();
    }

    @Test
    void showsAReferenceToTheVault() {
        put(Map.of(
                        "identityProviders",
                        List.of(Map.of(
                                "alias",
                                "google",
                                "type",
                                "google",
                                "clientId",
                                "shop",
                                "clientSecret",
                                "${vault.google}"))))
                .expect(200);
        String document = read(tenant, YAML).body();

        apply(other, "", document, YAML).expect(200);

        assertThat(document).contains("${vault.google}");
        assertThat(read(other, YAML).body()).isEqualTo(document);
    }

    @Test
    void tenUserFlowsGiveWayToTenOthers() {
        List<Map<String, String>> ten = new ArrayList<>();
        List<Map<String, String>> tenOthers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(Map.of("name", "flow-" + i));
            tenOthers.add(Map.of("name", "other-" + i));
        }
        List<Map<String, String>> apps = List.of(Map.of("clientId", "shop", "type", "spa", "userFlow", "flow-0"));
        put(Map.of("userFlows", ten, "applications", apps)).expect(200);

        put(Map.of("userFlows", tenOthers)).expect(409);
        put(Map.of(
                        "userFlows",
                        tenOthers,
                        "applications",
                        List.of(Map.of("clientId", "shop", "type", "spa", "userFlow", "other-9"))))
                .expect(200);

        JsonNode after = read(tenant, "application/json").json();
        assertThat(after.path("userFlows")).hasSize(10);
        assertThat(after.at("/applications/0/userFlow").asText()).isEqualTo("other-9");
    }

    @Test
    void clientsOfKeycloakStayUntilADocumentNamesThem() {
        tenant.app("console", null);
        put(Map.of("applications", List.of())).expect(200);
        assertThat(read(tenant, "application/json").json().path("applications")).isEmpty();
        assertThat(tenant.admin().get(tenant.path("/applications/console")).status())
                .isEqualTo(200);

        put(Map.of("applications", List.of(Map.of("clientId", "console", "displayName", "Console"))))
                .expect(200);

        assertThat(read(tenant, "application/json")
                        .json()
                        .at("/applications/0/displayName")
                        .asText())
                .isEqualTo("Console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manage-realm", "manage-clients", "manage-identity-providers"})
    void whoMayManageAPartOfTheRealmOnlyMayNot(String role) {
        AdminApi partly = operatorWith(role);

        assertThat(partly.get(tenant.path("/document")).status()).isEqualTo(403);
        assertThat(partly.put(tenant.path("/document"), Map.of()).status()).isEqualTo(403);
    }

    @Test
    void writesOneAdminEventOfWhatChangedAndNoneOfADryRun() {
        apply(
                        tenant,
                        "?dryRun=true",
                        "{\"attributes\":[{\"name\":\"roast\",\"dataType\":\"STRING\"}]}",
                        "application/json")
                .expect(200);
        apply(tenant, "", "{\"attributes\":[{\"name\":\"roast\",\"dataType\":\"STRING\"}]}", "application/json")
                .expect(200);

        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/admin-events?operationTypes=UPDATE")
                        .expect(200)
                        .json())
                .filteredOn(event -> event.path("resourceType").asText().equals("XT_TENANT_DOCUMENT"))
                .hasSize(1);
    }

    private AdminApi operatorWith(String role) {
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        String clients = "/" + tenant.realm() + "/clients";
        String management = tenant.admin()
                .get(clients + "?clientId=realm-management")
                .json()
                .at("/0/id")
                .asText();
        JsonNode model = tenant.admin()
                .get(clients + "/" + management + "/roles/" + role)
                .expect(200)
                .json();
        String user = "/" + tenant.realm() + "/users/"
                + tenant.customer(email).path("id").asText();
        tenant.admin()
                .post(
                        user + "/role-mappings/clients/" + management,
                        List.of(Map.of("id", model.path("id").asText(), "name", role)))
                .expect(204);
        Journey journey = Journey.at(tenant.app("console", null), MAIL);
        return tenant.admin()
                .withToken(journey.signIn()
                        .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                        .accessToken());
    }

    private void furnish() {
        put(Map.of(
                        "tenant",
                        Map.of(
                                "displayName",
                                "Contoso",
                                "domainName",
                                "contoso.example",
                                "countryRegion",
                                "NO",
                                "languages",
                                List.of("de", "en"),
                                "bannedPasswords",
                                List.of("contoso"),
                                "testApp",
                                true),
                        "attributes",
                        List.of(
                                Map.of("name", "loyaltyNumber", "dataType", "STRING", "description", "On the card"),
                                Map.of("name", "acceptedTerms", "dataType", "BOOLEAN"),
                                Map.of("name", "children", "dataType", "INT")),
                        "customExtensions",
                        List.of(
                                Map.of(
                                        "name", "loyalty",
                                        "targetUrl", "https://claims.contoso.example/loyalty",
                                        "claims", List.of(Map.of("claimIdInApiResponse", "tier"))),
                                Map.of(
                                        "name", "risk",
                                        "targetUrl", "https://claims.contoso.example/risk",
                                        "resourceId", "api://risk",
                                        "behaviorOnError", "CONTINUE")),
                        "userFlows",
                        List.of(
                                FlowSpec.named("customers")
                                        .asks("givenName")
                                        .asksMatching("loyaltyNumber", "L-[0-9]{4}")
                                        .asksOneOf("city", "SELECT", "Oslo", "Bergen")
                                        .asks("country", "COUNTRY", true)
                                        .asksConsent(
                                                "acceptedTerms", "I accept the [terms](https://contoso.example/terms)")
                                        .requiresMfa()
                                        .claimsFrom("loyalty")
                                        .json(),
                                FlowSpec.named("newsletter").byCode().json()),
                        "applications",
                        List.of(
                                Map.of(
                                        "clientId",
                                        "shop",
                                        "type",
                                        "web",
                                        "displayName",
                                        "Contoso Shop",
                                        "redirectUris",
                                        List.of("https://shop.example/b", "https://shop.example/a"),
                                        "userFlow",
                                        "customers",
                                        "apis",
                                        List.of("orders"),
                                        "groupsClaim",
                                        true,
                                        "roles",
                                        List.of(Map.of("value", "buyer", "enabled", false)),
                                        "claims",
                                        List.of(Map.of("claim", "loyalty", "attribute", "loyaltyNumber"))),
                                Map.of("clientId", "orders", "type", "api"))))
                .expect(200);
    }

    private String secretOf(String clientId) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/clients?clientId=" + clientId)
                .json()
                .at("/0/secret")
                .asText();
    }

    private Answer put(Map<String, Object> document) {
        return apply(tenant, "", JSON.valueToTree(document).toString(), "application/json");
    }

    private static Answer read(Tenant of, String type) {
        return of.admin()
                .call("GET", of.path("/document"), null, Map.of("Accept", type))
                .expect(200);
    }

    private static Answer applied(Tenant to, String query, String document, String accepted) {
        return to.admin().call("PUT", to.path("/document" + query), document, Map.of("Accept", accepted));
    }

    private static Answer apply(Tenant to, String query, String document, String type) {
        return to.admin().call("PUT", to.path("/document" + query), document, Map.of("Content-Type", type));
    }

    private static String etag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
