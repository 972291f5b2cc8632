package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant comes out of a realm file whole, or not at all. */
final class RealmImportTest {

    private static final String FLOW = "7f3c8a52-5f0e-4a53-9d8b-2f1f7f4f6a01";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("import", MAIL);
    private final Tenant copy = Tenant.named("copy", MAIL);

    @AfterEach
    void deleteTenant() {
        tenant.delete();
        copy.delete();
    }

    @Test
    void aFileByHandWithNoMoreThanAUserFlowAndItsAppIsATenantInWhichACustomerSignsUp() {
        String email = Customers.anyone();

        tenant.importRealm(fileByHand("[{\"name\":\"givenName\",\"required\":true}]"))
                .expect(201);

        Journey journey = Journey.at(RelyingParty.of(tenant, "shop"), MAIL);
        journey.signIn().redeem(journey.signUp(email, Map.of("givenName", "Kim")));
        assertThat(tenant.customer(email).path("firstName").asText()).isEqualTo("Kim");
        assertThat(tenant.admin().get(tenant.path("")).status()).isEqualTo(200);
    }

    @Test
    void aFileWhoseUserFlowAsksForAnUnknownAttributeIsRefusedAsAWhole() {
        Answer refused = tenant.importRealm(fileByHand("[{\"name\":\"shoeSize\"}]"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body()).contains("shoeSize");
        assertThat(tenant.admin().get("/" + tenant.realm()).status()).isEqualTo(404);
    }

    @Test
    void aFileByHandMaySignUpAndInByCode() {
        String email = Customers.anyone();

        tenant.importRealm(fileByHand(Map.of("signUpMethods", List.of("[\"EMAIL_OTP\"]"))))
                .expect(201);

        RelyingParty shop = RelyingParty.of(tenant, "shop");
        Journey.at(shop, MAIL).signUpByCode(email, Map.of());
        Journey.at(shop, MAIL).codeGiven(email).returned();
    }

    @Test
    void aFileWhoseUserFlowAsksForASecondCodeAfterACodeIsRefusedAsAWhole() {
        Answer refused = tenant.importRealm(
                fileByHand(Map.of("signUpMethods", List.of("[\"EMAIL_OTP\"]"), "mfa", List.of("REQUIRED"))));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body()).contains("xt_flow_mfa_method_invalid").contains("userFlows[customers].mfa");
        assertThat(tenant.admin().get("/" + tenant.realm()).status()).isEqualTo(404);
    }

    @Test
    void aFileByHandMaySwitchThePasswordResetOffAndIsRefusedWhereItMisspellsThat() {
        Answer refused = tenant.importRealm(fileByHand(Map.of("passwordResetAllowed", List.of("flase"))));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body()).contains("passwordReset");

        tenant.importRealm(fileByHand(Map.of("passwordResetAllowed", List.of("false"))))
                .expect(201);

        FormPage password = Journey.at(RelyingParty.of(tenant, "shop"), MAIL).identified("kim@contoso.example");
        assertThat(password.asking("password").document().select("#xt-forgot-password"))
                .isEmpty();
    }

    @Test
    void aFileWhoseUserFlowListsAnUnknownIdentityProviderIsRefusedAsAWhole() {
        Answer refused = tenant.importRealm(fileByHand(Map.of("identityProviders", List.of("[\"nobody\"]"))));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body())
                .contains("userFlows[customers].identityProviders[0]")
                .contains("xt_flow_identity_provider_unknown");
        assertThat(tenant.admin().get("/" + tenant.realm()).status()).isEqualTo(404);
    }

    @Test
    void aFileBringsIdentityProvidersWithTheUserFlowThatListsThem() {
        Map<String, Object> file = new HashMap<>(fileByHand(Map.of("identityProviders", List.of("[\"google\"]"))));
        file.put(
                "identityProviders",
                List.of(Map.of(
                        "alias",
                        "google",
                        "providerId",
                        "google",
                        "enabled",
                        true,
                        "config",
                        Map.of("clientId", "id", "clientSecret", "secret"))));

        tenant.importRealm(file).expect(201);

        assertThat(read("/user-flows").at("/0/identityProviders/0").asText()).isEqualTo("google");
        assertThat(read("/identity-providers").at("/0/userFlows")).hasSize(1);
    }

    @Test
    void whatIsExportedComesBackFieldByField() {
        furnish();
        JsonNode flows = read("/user-flows");
        JsonNode attributes = read("/attributes");
        JsonNode extensions = read("/custom-extensions");
        JsonNode listeners = read("/event-listeners");
        JsonNode claims = read("/applications/shop/claims");
        JsonNode apps = read("/user-flows/" + flows.at("/0/id").asText() + "/applications");
        JsonNode exported = exported();
        tenant.delete();

        tenant.admin().post("", exported).expect(201);

        assertThat(flows).hasSize(1);
        assertThat(apps).hasSize(1);
        assertThat(read("/user-flows")).isEqualTo(flows);
        assertThat(read("/attributes")).isEqualTo(attributes);
        assertThat(read("/custom-extensions")).isEqualTo(extensions);
        assertThat(listeners).hasSize(1);
        assertThat(read("/event-listeners")).isEqualTo(listeners);
        assertThat(read("/applications/shop/claims")).isEqualTo(claims);
        assertThat(read("/user-flows/" + flows.at("/0/id").asText() + "/applications"))
                .isEqualTo(apps);
    }

    @Test
    void aCopyUnderAnotherNameAndWithNewIdsIsTheSameTenant() {
        furnish();
        String document = document(tenant);
        ObjectNode exported = (ObjectNode) exported();
        exported.put("realm", copy.realm());
        withoutIds(exported);

        copy.importRealm(exported).expect(201);

        // Beside the tenant that it is a copy of, whose ids are taken.
        assertThat(document(copy)).isEqualTo(document);
        JsonNode flow = copy.admin().get(copy.path("/user-flows")).json().path(0);
        assertThat(flow.path("id").asText())
                .isNotEqualTo(read("/user-flows").at("/0/id").asText());
        assertThat(copy.admin()
                        .get(copy.path("/user-flows/" + flow.path("id").asText() + "/applications"))
                        .json())
                .hasSize(1);
        Journey journey = Journey.at(RelyingParty.of(copy, "shop"), MAIL);
        copy.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        journey.passwordGiven("kim@contoso.example", Journey.PASSWORD).asking("code");
    }

    @Test
    void aCopyOfACopyIsTheSameTenant() {
        furnish();
        String document = document(tenant);
        ObjectNode exported = (ObjectNode) exported();
        exported.put("realm", copy.realm());
        withoutIds(exported);
        copy.importRealm(exported).expect(201);
        exported = (ObjectNode) copy.admin()
                .post("/" + copy.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        tenant.delete();
        exported.put("realm", tenant.realm());
        withoutIds(exported);

        tenant.importRealm(exported).expect(201);

        assertThat(document(tenant)).isEqualTo(document);
    }

    @Test
    void aFileByHandMayCallThingsByTheirNames() {
        Map<String, Object> file = new HashMap<>();
        file.put(
                "components",
                Map.of(
                        "dev.externaltenants.tenant.TenantProvider",
                        List.of(Map.of("name", "external tenant", "providerId", "xt-tenant", "config", Map.of())),
                        "dev.externaltenants.claimsextension.CustomExtensionProvider",
                        List.of(Map.of(
                                "name",
                                "loyalty",
                                "providerId",
                                "xt-component",
                                "config",
                                Map.of("targetUrl", List.of("https://claims.contoso.example/")))),
                        "dev.externaltenants.userflow.UserFlowProvider",
                        List.of(Map.of(
                                "name",
                                "customers",
                                "providerId",
                                "xt-user-flow",
                                "config",
                                Map.of("onTokenIssuanceStart", List.of("loyalty")))),
                        "dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider",
                        List.of(Map.of(
                                "name",
                                "old-passwords",
                                "providerId",
                                "xt-event-listener",
                                "config",
                                Map.of(
                                        "event",
                                        List.of("onOtpSend"),
                                        "extensionId",
                                        List.of("loyalty"),
                                        "conditions",
                                        List.of("{\"userFlows\":[\"customers\"]}"))))));
        file.put(
                "clients",
                List.of(Map.of(
                        "clientId", "shop", "publicClient", true, "attributes", Map.of("xt.userFlow", "customers"))));

        tenant.importRealm(file).expect(201);

        JsonNode flow = read("/user-flows").path(0);
        assertThat(flow.at("/extensions/onTokenIssuanceStart").asText())
                .isEqualTo(read("/custom-extensions").at("/0/id").asText());
        assertThat(read("/user-flows/" + flow.path("id").asText() + "/applications")
                        .at("/0/clientId")
                        .asText())
                .isEqualTo("shop");
        JsonNode listener = read("/event-listeners").path(0);
        assertThat(listener.path("extensionId"))
                .isEqualTo(read("/custom-extensions").at("/0/id"));
        assertThat(listener.at("/conditions/userFlows/0")).isEqualTo(flow.path("id"));
    }

    @Test
    void anEventListenerThatNamesWhatIsNotThereIsNotImported() {
        Map<String, Object> file = Map.of(
                "components",
                Map.of(
                        "dev.externaltenants.tenant.TenantProvider",
                        List.of(Map.of("name", "external tenant", "providerId", "xt-tenant", "config", Map.of())),
                        "dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider",
                        List.of(Map.of(
                                "name",
                                "lost",
                                "providerId",
                                "xt-event-listener",
                                "config",
                                Map.of(
                                        "event",
                                        List.of("onOtpSend"),
                                        "extensionId",
                                        List.of("nowhere"),
                                        "conditions",
                                        List.of("{}"))))));

        Answer refused = tenant.importRealm(file);

        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(refused.body()).contains("xt_extension_unknown", "eventListeners[lost]");
    }

    @Test
    void anEventListenerThatMigratesPasswordsByWhateverAttributeIsNotImported() {
        Map<String, Object> file = Map.of(
                "components",
                Map.of(
                        "dev.externaltenants.tenant.TenantProvider",
                        List.of(Map.of("name", "external tenant", "providerId", "xt-tenant", "config", Map.of())),
                        "dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider",
                        List.of(Map.of(
                                "name",
                                "greedy",
                                "providerId",
                                "xt-event-listener",
                                "config",
                                Map.of(
                                        "event",
                                        List.of("onPasswordSubmit"),
                                        "extensionId",
                                        List.of("nowhere"),
                                        "migrationAttribute",
                                        List.of("termsAccepted"),
                                        "conditions",
                                        List.of("{}"))))));

        Answer refused = tenant.importRealm(file);

        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(refused.body()).contains("xt_listener_migration_attribute_unsuitable");
    }

    @Test
    void aRealmThatIsRenamedStaysTheTenant() {
        furnish();
        String document = document(tenant);
        tenant.admin().put("/" + tenant.realm(), Map.of("realm", copy.realm())).expect(204);
        copy.useMail();

        assertThat(document(copy)).isEqualTo(document);
        copy.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        Journey.at(RelyingParty.of(copy, "shop"), MAIL)
                .passwordGiven("kim@contoso.example", Journey.PASSWORD)
                .asking("code");
    }

    /** Keycloak's partial import has no components: an app finds a user flow that the tenant has. */
    @Test
    void anAppThatIsPartiallyImportedKeepsItsUserFlowAndClaims() {
        furnish();
        JsonNode exported = exported();
        JsonNode claims = read("/applications/shop/claims");
        String flow = read("/user-flows").at("/0/id").asText();
        JsonNode shop = StreamSupport.stream(exported.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals("shop"))
                .findFirst()
                .orElseThrow();
        tenant.admin()
                .delete("/" + tenant.realm() + "/clients/" + shop.path("id").asText())
                .expect(204);

        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/partialImport",
                        Map.of("ifResourceExists", "FAIL", "clients", List.of(shop)))
                .expect(200);

        assertThat(read("/applications/shop/claims")).isEqualTo(claims);
        assertThat(read("/user-flows/" + flow + "/applications")
                        .at("/0/clientId")
                        .asText())
                .isEqualTo("shop");
    }

    private JsonNode exported() {
        return tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
    }

    private static String document(Tenant of) {
        return of.admin().get(of.path("/document")).expect(200).body();
    }

    /** As {@code docs/tenants.md} does it with {@code jq}. */
    private static void withoutIds(JsonNode file) {
        if (file instanceof ObjectNode object) {
            object.remove(List.of("id", "internalId"));
        }
        file.forEach(RealmImportTest::withoutIds);
    }

    private void furnish() {
        tenant.create();
        tenant.attribute("loyaltyNumber", "STRING");
        tenant.attribute("roast", "STRING");
        tenant.attribute("acceptedTerms", "BOOLEAN");
        String extension = tenant.admin()
                .post(
                        tenant.path("/custom-extensions"),
                        Map.of(
                                "name", "loyalty",
                                "targetUrl", "https://127.0.0.1/claims",
                                "resourceId", "api://claims",
                                "behaviorOnError", "CONTINUE",
                                "claims", List.of(Map.of("claimIdInApiResponse", "tier", "claim", "loyaltyTier"))))
                .createdId();
        tenant.admin()
                .post(
                        tenant.path("/identity-providers"),
                        Map.of("type", "google", "clientId", "id", "clientSecret", "secret"))
                .expect(201);
        tenant.app(
                "shop",
                tenant.userFlow(FlowSpec.named("customers")
                        .lists("google")
                        .asks("givenName")
                        .asksMatching("loyaltyNumber", "L-[0-9]{4}")
                        .asksOneOf("roast", "SELECT", "light", "dark")
                        .asks("country", "COUNTRY", true)
                        .asksConsent("acceptedTerms", "I accept the [terms](https://contoso.example/terms)")
                        .requiresMfa()
                        .claimsFrom(extension)));
        tenant.claims("shop", Map.of("loyaltyNumber", "loyaltyNumber"));
        tenant.admin()
                .post(
                        tenant.path("/event-listeners"),
                        Map.of(
                                "name",
                                "loyalty",
                                "event",
                                "onTokenIssuanceStart",
                                "extensionId",
                                extension,
                                "conditions",
                                Map.of(
                                        "includeApplications",
                                        List.of(Map.of("appId", "shop")),
                                        "userFlows",
                                        List.of(read("/user-flows").at("/0/id").asText()))))
                .expect(201);
    }

    private JsonNode read(String path) {
        return tenant.admin().get(tenant.path(path)).expect(200).json();
    }

    private static Map<String, Object> fileByHand(String attributes) {
        return fileByHand(Map.of("attributes", List.of(attributes)));
    }

    private static Map<String, Object> fileByHand(Map<String, List<String>> userFlow) {
        return Map.of(
                "components",
                Map.of(
                        "dev.externaltenants.tenant.TenantProvider",
                        List.of(Map.of("name", "external tenant", "providerId", "xt-tenant", "config", Map.of())),
                        "dev.externaltenants.userflow.UserFlowProvider",
                        List.of(Map.of(
                                "id", FLOW, "name", "customers", "providerId", "xt-user-flow", "config", userFlow))),
                "clients",
                List.of(Map.of(
                        "clientId",
                        "shop",
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of(RelyingParty.CALLBACK.toString()),
                        "attributes",
                        Map.of("xt.userFlow", FLOW))));
    }
}
