package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.externaltenants.tests.TenantDocuments.apply;
import static dev.externaltenants.tests.TenantDocuments.furnish;
import static dev.externaltenants.tests.TenantDocuments.put;
import static dev.externaltenants.tests.TenantDocuments.read;
import static org.assertj.core.api.Assertions.assertThat;

/** A tenant is one document, and a document makes a tenant. What changes nothing is in {@link TenantDocumentRefusalsTest}. */
final class TenantDocumentTest {

    private static final String YAML = "application/yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("document", MAIL);
    private final Tenant other = Tenant.named("other", MAIL);

    @BeforeEach
    void createTenant() {
        tenant.create();
    }

    @AfterEach
    void deleteTenants() {
        tenant.delete();
        other.delete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", YAML})
    void appliedToAnEmptyTenantItGivesTheSameDocument(String type) {
        other.create();
        furnish(tenant);
        String document = read(tenant, type).body();

        apply(other, "", document, type).expect(200);

        assertThat(read(other, type).body()).isEqualTo(document);
        assertThat(apply(other, "", document, type).expect(200).body().strip()).isIn("[]", "[ ]");
    }

    @Test
    void makesAnyTenantOfAnyOther() {
        other.create();
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
        furnish(tenant);
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
        furnish(tenant);
        JsonNode before = read(tenant, "application/json").json();

        apply(tenant, "", "tenant:\n  displayName: Fabrikam\n", YAML).expect(200);

        ObjectNode after = (ObjectNode) read(tenant, "application/json").json();
        assertThat(after.at("/tenant/displayName").asText()).isEqualTo("Fabrikam");
        assertThat(after.at("/tenant/bannedPasswords")).isEqualTo(before.at("/tenant/bannedPasswords"));
        after.replace("tenant", before.path("tenant"));
        assertThat(after).isEqualTo(before);
    }

    /** Else the same document would be refused the next time. */
    @Test
    void noListenerOfADocumentNamesAnAppThatGoesByIt() {
        furnish(tenant);
        String before = read(tenant, "application/json").body();

        Answer refused = put(
                tenant,
                Map.of(
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
        furnish(tenant);
        put(
                        tenant,
                        Map.of(
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

        put(tenant, Map.of("applications", List.of(), "userFlows", List.of())).expect(200);

        JsonNode conditions = read(tenant, "application/json").json().at("/eventListeners/0/conditions");
        assertThat(conditions.path("includeApplications")).isEmpty();
        assertThat(conditions.path("userFlows")).isEmpty();
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
        furnish(tenant);
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
        other.create();
        Map<String, String> provider = Map.of("alias", "google", "type", "google", "clientId", "shop");
        Map<String, String> withSecret = new HashMap<>(provider);
        withSecret.put("clientSecret", "never-to-be-shown");
        put(
                        tenant,
                        Map.of(
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
        other.create();
        put(
                        tenant,
                        Map.of(
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
        put(tenant, Map.of("userFlows", ten, "applications", apps)).expect(200);

        put(tenant, Map.of("userFlows", tenOthers)).expect(409);
        put(
                        tenant,
                        Map.of(
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
        put(tenant, Map.of("applications", List.of())).expect(200);
        assertThat(read(tenant, "application/json").json().path("applications")).isEmpty();
        assertThat(tenant.admin().get(tenant.path("/applications/console")).status())
                .isEqualTo(200);

        put(tenant, Map.of("applications", List.of(Map.of("clientId", "console", "displayName", "Console"))))
                .expect(200);

        assertThat(read(tenant, "application/json")
                        .json()
                        .at("/applications/0/displayName")
                        .asText())
                .isEqualTo("Console");
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

    private String secretOf(String clientId) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/clients?clientId=" + clientId)
                .json()
                .at("/0/secret")
                .asText();
    }

    private static Answer applied(Tenant to, String query, String document, String accepted) {
        return to.admin().call("PUT", to.path("/document" + query), document, Map.of("Accept", accepted));
    }

    private static String etag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
