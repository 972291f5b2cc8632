package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An app's own mapping, as Entra's claims mapping policy has it, says what of an extension's answer its tokens have. */
@Tag("any-database")
final class ClaimsMappingTest {

    private static final String PATH = "/applications/shop/claims-mapping";
    private static final String ATTRIBUTE = "xt.claimsMapping";

    /** As Microsoft's page on custom claims providers has it. */
    private static final String ENTRAS =
            """
            {"ClaimsMappingPolicy":{"Version":1,"IncludeBasicClaimSet":"true","ClaimsSchema":[
              {"Source":"CustomClaimsProvider","ID":"dateOfBirth","JwtClaimType":"birthdate"},
              {"Source":"CustomClaimsProvider","ID":"customRoles"},
              {"Value":"tokenaug_V2","JwtClaimType":"policy_version"}]}}""";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("claims-mapping", MAIL);

    private final String email = Customers.anyone();
    private ClaimsApi api;
    private String extension;
    private RelyingParty shop;

    @BeforeEach
    void aShopWhoseExtensionMapsTheTier() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        api = TENANT.claimsApi();
        api.answerWith(new Claims(Map.of(
                "dateOfBirth", "01/01/2000", "customRoles", List.of("Writer", "Editor"), "tier", "gold", "sub", "x")));
        extension = TENANT.extension("loyalty", api, "CONTINUE", "tier");
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").claimsFrom(extension)));
    }

    @AfterEach
    void nothingIsLeft() {
        TENANT.admin()
                .delete(clients() + "/" + shopClient().path("id").asText())
                .expect(204);
        TENANT.admin().get(TENANT.path("/user-flows")).json().forEach(flow -> TENANT.admin()
                .delete(TENANT.path("/user-flows/" + flow.path("id").asText()))
                .expect(204));
        TENANT.admin().delete(TENANT.path("/custom-extensions/" + extension)).expect(204);
        api.close();
    }

    @Test
    void tokensHaveExactlyWhatThePolicyNamesRenamedAndWithItsConstants() throws Exception {
        put(ENTRAS).expect(200);

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.id().getStringClaim("birthdate")).isEqualTo("01/01/2000");
        assertThat(tokens.access().getStringListClaim("customRoles")).containsExactly("Writer", "Editor");
        assertThat(tokens.access().getStringClaim("policy_version")).isEqualTo("tokenaug_V2");
        assertThat(tokens.id().getClaims()).doesNotContainKeys("tier", "dateOfBirth");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void withoutAPolicyTheExtensionsOwnMapCountsAgain() throws Exception {
        put(ENTRAS).expect(200);
        TENANT.admin().delete(TENANT.path(PATH)).expect(204);

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.id().getStringClaim("tier")).isEqualTo("gold");
        assertThat(tokens.id().getClaims()).doesNotContainKeys("birthdate", "policy_version");
        assertThat(TENANT.admin().get(TENANT.path(PATH)).error()).isEqualTo("xt_claims_mapping_not_found");
    }

    @Test
    void anIdIsTheKeyOfTheAnswerToTheLetter() {
        put(entry("{'Source':'CustomClaimsProvider','ID':'DateOfBirth','JwtClaimType':'birthdate'}"))
                .expect(200);

        assertThat(tokens().id().getClaims()).doesNotContainKey("birthdate");
    }

    @Test
    void constantsAreThereWhenTheApiFailsAndMay() throws Exception {
        put(ENTRAS).expect(200);
        api.answerWith(Other.status(400));

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.id().getStringClaim("policy_version")).isEqualTo("tokenaug_V2");
        assertThat(tokens.id().getClaims()).doesNotContainKey("birthdate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "SUB",
                "appid",
                "scp",
                "role",
                "iss",
                "aud",
                "oid",
                "roles",
                "email",
                "preferred_username",
                "groups"
            })
    void noEntryHasAClaimOfTheServersOwn(String reserved) {
        for (String entry : List.of(
                "{'Source':'CustomClaimsProvider','ID':'tier','JwtClaimType':'" + reserved + "'}",
                "{'Source':'CustomClaimsProvider','ID':'" + reserved + "'}",
                "{'Value':'x','JwtClaimType':'" + reserved + "'}")) {
            Answer refused = put(entry(entry));

            assertThat(refused.error()).as(entry).isEqualTo("xt_claims_mapping_name_reserved");
            assertThat(refused.field()).isEqualTo("ClaimsMappingPolicy.ClaimsSchema[0].JwtClaimType");
        }
    }

    @Test
    void noAnswerMakesTokensThatKeycloakCannotRead() {
        put(entry("{'Source':'CustomClaimsProvider','ID':'customRoles','JwtClaimType':'given_name'},"
                        + "{'Source':'CustomClaimsProvider','ID':'tier'}"))
                .expect(200);

        SignIn.Tokens tokens = tokens();

        // The extension may fail.
        assertThat(tokens.id().getClaims()).doesNotContainKey("tier");
        assertThat(tokens.access().getClaims().get("given_name")).isNotInstanceOf(List.class);
        AdminApi.send(
                        "userinfo",
                        HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/protocol/openid-connect/userinfo"))
                                .header("Authorization", "Bearer " + tokens.accessToken())
                                .build())
                .expect(200);
    }

    @Test
    void aNameThatNeverStandsForTextIsRefused() {
        Answer refused =
                put(entry("{'Value':'now','JwtClaimType':'updated_at'}")).expect(400);

        assertThat(refused.error()).isEqualTo("xt_claims_mapping_name_unsuitable");
        assertThat(refused.field()).isEqualTo("ClaimsMappingPolicy.ClaimsSchema[0].JwtClaimType");
    }

    @Test
    void whatEntraHasBesideIsRefusedInWords() {
        assertThat(put(entry("{'Source':'user','ID':'mail'}")).error())
                .isEqualTo("xt_claims_mapping_source_unsupported");
        assertThat(put(ENTRAS.replace("\"true\"", "\"false\"")).error())
                .isEqualTo("xt_claims_mapping_basic_claims_required");
        assertThat(put(ENTRAS.replace("\"Version\":1", "\"Version\":2")).error())
                .isEqualTo("xt_claims_mapping_version_unsupported");
        assertThat(put(entry("{'Value':'x'}")).error()).isEqualTo("xt_claims_mapping_invalid");
        assertThat(put(entry("{'Value':'x','JwtClaimType':'a'},{'Value':'y','JwtClaimType':'a'}"))
                        .error())
                .isEqualTo("xt_claims_mapping_name_repeated");
        Answer unknown = put(entry("{'Source':'CustomClaimsProvider','ID':'tier','TransformationId':'Join'}"));
        assertThat(unknown.error()).isEqualTo("xt_unknown_field");
        assertThat(unknown.field()).isEqualTo("ClaimsMappingPolicy.ClaimsSchema[0].TransformationId");
    }

    @Test
    void aChangeOfSomethingOlderIsRefused() {
        String first = put(ENTRAS).expect(200).headers().firstValue("ETag").orElseThrow();
        put(entry("{'Value':'x','JwtClaimType':'a'}")).expect(200);

        Answer refused = TENANT.admin().call("PUT", TENANT.path(PATH), json(ENTRAS), Map.of("If-Match", first));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.error()).isEqualTo("xt_version_conflict");
    }

    @Test
    void keycloaksOwnRestTakesNoPolicyThatOursRefuses() {
        ObjectNode client = shopClient();
        client.withObject("/attributes").put(ATTRIBUTE, entry("{'Value':'x','JwtClaimType':'sub'}"));

        Answer refused = TENANT.admin().put(clients() + "/" + client.path("id").asText(), client);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_claims_mapping_name_reserved");
        assertThat(refused.field())
                .isEqualTo("attributes[xt.claimsMapping].ClaimsMappingPolicy.ClaimsSchema[0].JwtClaimType");
        assertThat(shopClient().at("/attributes").has(ATTRIBUTE)).isFalse();
        client.withObject("/attributes").put(ATTRIBUTE, ENTRAS);
        TENANT.admin().put(clients() + "/" + client.path("id").asText(), client).expect(204);
        assertThat(tokens().id().getClaims()).containsEntry("policy_version", "tokenaug_V2");
    }

    @Test
    void anImportBringsNoPolicyThatOursRefuses() {
        ObjectNode client = shopClient();
        client.withObject("/attributes").put(ATTRIBUTE, "{'broken'");

        Answer refused = TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/partialImport",
                        Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(client)));

        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(shopClient().at("/attributes").has(ATTRIBUTE)).isFalse();
    }

    @Test
    void aRealmFileWithAPolicyThatOursRefusesIsRefusedAsAWhole() {
        Tenant copy = Tenant.named("claims-mapping-copy", MAIL);

        Answer refused = copy.importRealm(Map.of("clients", List.of(clientWith(ENTRAS.replace("birthdate", "sub")))));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body()).contains("xt_claims_mapping_name_reserved");
        assertThat(copy.admin().get("/" + copy.realm()).status()).isEqualTo(404);

        try {
            copy.importRealm(Map.of("clients", List.of(clientWith(ENTRAS)))).expect(201);
            assertThat(copy.admin()
                            .post("/" + copy.realm() + "/partial-export?exportClients=true", null)
                            .expect(200)
                            .json()
                            .findValue(ATTRIBUTE)
                            .asText())
                    .isEqualTo(ENTRAS);
        } finally {
            copy.delete();
        }
    }

    private static Map<String, Object> clientWith(String policy) {
        return Map.of("clientId", "shop", "attributes", Map.of(ATTRIBUTE, policy));
    }

    @Test
    void thePolicyTravelsInTheTenantDocument() {
        TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", "spa", "clientId", "store"))
                .expect(201);
        String path = TENANT.path("/applications/store/claims-mapping");
        JsonNode stored = TENANT.admin().put(path, json(ENTRAS)).expect(200).json();
        JsonNode document =
                TENANT.admin().get(TENANT.path("/document")).expect(200).json();
        assertThat(document.findValue("claimsMapping")).isEqualTo(stored);

        TENANT.admin().delete(path).expect(204);
        TENANT.admin()
                .put(TENANT.path("/document"), Map.of("applications", document.path("applications")))
                .expect(200);

        assertThat(TENANT.admin().get(path).expect(200).json()).isEqualTo(stored);
        TENANT.admin().delete(TENANT.path("/applications/store")).expect(204);
    }

    @Test
    void whoeverChangesThePolicyIsInTheAdminEvents() {
        put(ENTRAS).expect(200);
        TENANT.admin().delete(TENANT.path(PATH)).expect(204);

        JsonNode events = TENANT.admin()
                .get("/" + TENANT.realm() + "/admin-events?resourcePath=external-tenant" + PATH)
                .expect(200)
                .json();

        assertThat(events.findValuesAsText("operationType")).contains("UPDATE", "DELETE");
    }

    private SignIn.Tokens tokens() {
        Journey journey = Journey.at(shop, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private static Answer put(String policy) {
        return TENANT.admin().put(TENANT.path(PATH), json(policy));
    }

    private static String entry(String entries) {
        return "{\"ClaimsMappingPolicy\":{\"Version\":1,\"IncludeBasicClaimSet\":\"true\",\"ClaimsSchema\":["
                + entries.replace('\'', '"') + "]}}";
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String clients() {
        return "/" + TENANT.realm() + "/clients";
    }

    private static ObjectNode shopClient() {
        return (ObjectNode) TENANT.admin()
                .get(clients() + "?clientId=shop")
                .expect(200)
                .json()
                .get(0);
    }
}
