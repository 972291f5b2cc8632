package dev.externaltenants.tests;

import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.externaltenants.tests.TenantDocuments.apply;
import static dev.externaltenants.tests.TenantDocuments.furnish;
import static dev.externaltenants.tests.TenantDocuments.put;
import static dev.externaltenants.tests.TenantDocuments.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** A document with something wrong, or from somebody who may not apply one, is refused as a whole: one tenant does for all. */
@Tag("any-database")
final class TenantDocumentRefusalsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("refusals", MAIL);

    private static RelyingParty console;

    @BeforeAll
    static void someOfEverything() {
        furnish(TENANT);
        // Their flows go with what is tried.
        put(TENANT, Map.of("applications", List.of())).expect(200);
        console = TENANT.app("console", null);
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
                    {"mails":{}}                                                                | 400 | xt_unknown_field                    | mails
                    """)
    void whatIsWrongIsRefusedAsAWholeWithItsPath(String document, int status, String error, String field) {
        String before = read(TENANT, "application/json").body();

        Answer refused = apply(TENANT, "", document, "application/json");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.error()).as(refused.toString()).isEqualTo(error);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(read(TENANT, "application/json").body()).isEqualTo(before);
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
        Answer refused = apply(TENANT, query, "{\"tenant\":{\"displayName\":\"Fabrikam\"}}", "application/json");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(read(TENANT, "application/json")
                        .json()
                        .at("/tenant/displayName")
                        .asText())
                .isEqualTo("Contoso");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        Answer refused = apply(TENANT, "", "# " + "x".repeat(9_000_000), "application/yaml");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_document_too_large");
    }

    @Test
    void yamlWithALineThatWouldTakeMinutesIsRefusedAtOnce() {
        String line = "a: \"" + "x".repeat(8_900_000) + "\"";

        Answer refused =
                assertTimeout(Duration.ofSeconds(10), () -> apply(TENANT, "?dryRun=true", line, "application/yaml"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_document_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manage-realm", "manage-clients", "manage-identity-providers"})
    void whoMayManageAPartOfTheRealmOnlyMayNot(String role) {
        AdminApi partly = operatorWith(role);

        assertThat(partly.get(TENANT.path("/document")).status()).isEqualTo(403);
        assertThat(partly.put(TENANT.path("/document"), Map.of()).status()).isEqualTo(403);
    }

    private static AdminApi operatorWith(String role) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String clients = "/" + TENANT.realm() + "/clients";
        String management = TENANT.admin()
                .get(clients + "?clientId=realm-management")
                .json()
                .at("/0/id")
                .asText();
        JsonNode model = TENANT.admin()
                .get(clients + "/" + management + "/roles/" + role)
                .expect(200)
                .json();
        String user = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
        TENANT.admin()
                .post(
                        user + "/role-mappings/clients/" + management,
                        List.of(Map.of("id", model.path("id").asText(), "name", role)))
                .expect(204);
        Journey journey = Journey.at(console, MAIL);
        return TENANT.admin()
                .withToken(journey.signIn()
                        .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                        .accessToken());
    }
}
