package dev.externaltenants.tests;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A realm that is in use becomes a tenant and a plain realm again, and loses nothing of its own on the way. */
final class TenantConversionTest {

    private static final String OWN_FLOW = "our own browser";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("converted", MAIL);

    /** A realm with an own flow, and settings that differ both from Keycloak's and from a tenant's. */
    @BeforeEach
    void realmInUse() {
        tenant.importRealm(Map.of(
                        "loginTheme",
                        "keycloak.v2",
                        "supportedLocales",
                        Set.of("fr", "en"),
                        "defaultLocale",
                        "fr",
                        "rememberMe",
                        true,
                        "verifyEmail",
                        true,
                        "resetPasswordAllowed",
                        true,
                        "failureFactor",
                        7,
                        "ssoSessionMaxLifespan",
                        1800,
                        "browserSecurityHeaders",
                        Map.of("xFrameOptions", "", "xContentTypeOptions", "nosniff"),
                        "passwordPolicy",
                        "length(12)"))
                .expect(201);
        tenant.admin()
                .post("/" + tenant.realm() + "/authentication/flows/browser/copy", Map.of("newName", OWN_FLOW))
                .expect(201);
        tenant.admin()
                .put("/" + tenant.realm(), Map.of("browserFlow", OWN_FLOW))
                .expect(204);
        tenant.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        tenant.app("shop", null);
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void endingTheTenantBringsBackWhatTheRealmWas() {
        Map<String, Object> before = everything();
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        assertThat(realm().path("browserFlow").asText()).isEqualTo("xt browser");

        tenant.admin().delete(tenant.path("")).expect(204);

        assertThat(tenant.admin().get(tenant.path("")).error()).isEqualTo("xt_tenant_not_found");
        assertThat(everything())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before);
    }

    @Test
    void customersAndAppsLiveThroughBoth() {
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        tenant.attribute("loyaltyNumber", "STRING");
        tenant.admin().delete(tenant.path("")).expect(204);

        assertThat(tenant.customer("kim@contoso.example").path("enabled").asBoolean())
                .isTrue();
        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/clients?clientId=shop")
                        .json())
                .hasSize(1);
        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/users/profile")
                        .json()
                        .path("attributes")
                        .findValuesAsText("name"))
                .contains("loyaltyNumber");
    }

    @Test
    void theRealmCanBecomeATenantAgain() {
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        tenant.admin().delete(tenant.path("")).expect(204);

        tenant.admin().put(tenant.path(""), Map.of()).expect(201);

        RelyingParty web = tenant.app("web", tenant.userFlow(FlowSpec.named("customers")));
        assertThat(Journey.at(web, MAIL).signUp(Customers.anyone(), Map.of())).isNotNull();
    }

    @Test
    void aTenantWithUserFlowsIsNotEnded() {
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        String flow = tenant.userFlow(FlowSpec.named("customers"));

        Answer refused = tenant.admin().delete(tenant.path(""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("xt_tenant_has_user_flows");
        assertThat(realm().path("browserFlow").asText()).isEqualTo("xt browser");
        tenant.admin().delete(tenant.path("/user-flows/" + flow)).expect(204);
        tenant.admin().delete(tenant.path("")).expect(204);
    }

    @Test
    void aProviderHasItsOwnFlowsAgain() {
        String providers = "/" + tenant.realm() + "/identity-provider/instances";
        tenant.admin()
                .post("/" + tenant.realm() + "/authentication/flows/browser/copy", Map.of("newName", "our post login"))
                .expect(201);
        tenant.admin()
                .post(
                        providers,
                        Map.of(
                                "alias",
                                "fabrikam",
                                "providerId",
                                "google",
                                "firstBrokerLoginFlowAlias",
                                "first broker login",
                                "postBrokerLoginFlowAlias",
                                "our post login",
                                "config",
                                Map.of("clientId", "id", "clientSecret", "secret")))
                .expect(201);
        JsonNode before = tenant.admin().get(providers + "/fabrikam").json();
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        tenant.admin()
                .post(
                        tenant.path("/identity-providers"),
                        Map.of("type", "facebook", "clientId", "id", "clientSecret", "secret"))
                .expect(201);
        String flow = tenant.userFlow(FlowSpec.named("customers").lists("fabrikam", "facebook"));
        tenant.admin()
                .put(
                        tenant.path("/identity-providers/fabrikam"),
                        tenant.admin()
                                .get(tenant.path("/identity-providers/fabrikam"))
                                .json())
                .expect(200);
        assertThat(tenant.admin()
                        .get(providers + "/fabrikam")
                        .json()
                        .path("postBrokerLoginFlowAlias")
                        .asText())
                .isEqualTo("xt post broker login");
        tenant.admin().delete(tenant.path("/user-flows/" + flow)).expect(204);

        tenant.admin().delete(tenant.path("")).expect(204);

        JsonNode after = tenant.admin().get(providers + "/fabrikam").json();
        for (String place : Set.of("firstBrokerLoginFlowAlias", "postBrokerLoginFlowAlias")) {
            assertThat(after.path(place)).isEqualTo(before.path(place));
        }
        assertThat(after.path("config").has("xtPostLoginBefore")).isFalse();
        assertThat(tenant.admin().get(providers + "/facebook").json().has("postBrokerLoginFlowAlias"))
                .isFalse();
        assertThat(aliases()).noneMatch(alias -> alias.startsWith("xt "));
    }

    @Test
    void aFlowOfOursThatAnAppUsesStaysWithWhatAnOperatorBound() {
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
        tenant.admin()
                .put("/" + tenant.realm(), Map.of("registrationFlow", "registration"))
                .expect(204);
        String directGrant = flowId("xt direct grant");
        JsonNode shop = tenant.admin()
                .get("/" + tenant.realm() + "/clients?clientId=shop")
                .json()
                .path(0);
        tenant.admin()
                .put(
                        "/" + tenant.realm() + "/clients/" + shop.path("id").asText(),
                        Map.of("authenticationFlowBindingOverrides", Map.of("direct_grant", directGrant)))
                .expect(204);

        tenant.admin().delete(tenant.path("")).expect(204);

        assertThat(realm().path("registrationFlow").asText()).isEqualTo("registration");
        assertThat(aliases()).contains("xt direct grant").doesNotContain("xt browser", "xt registration");
    }

    @Test
    void aChangeMadeFromAnotherVersionIsRefused() {
        Answer created = tenant.admin().put(tenant.path(""), Map.of("displayName", "Contoso"));
        Map<String, String> first =
                Map.of("If-Match", created.headers().firstValue("ETag").orElseThrow());
        tenant.admin()
                .call("PUT", tenant.path(""), Map.of("displayName", "Fabrikam"), first)
                .expect(200);

        Answer late = tenant.admin().call("PUT", tenant.path(""), Map.of("displayName", "Adatum"), first);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.error()).isEqualTo("xt_version_conflict");
        assertThat(realm().path("displayName").asText()).isEqualTo("Fabrikam");
    }

    @Test
    void theCountryIsSetOnce() {
        tenant.admin().put(tenant.path(""), Map.of("displayName", "Contoso")).expect(201);
        tenant.admin().put(tenant.path(""), Map.of("countryRegion", "DE")).expect(200);

        Answer refused = tenant.admin().put(tenant.path(""), Map.of("countryRegion", "AT", "displayName", "Moved"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("xt_tenant_country_immutable");
        assertThat(refused.field()).isEqualTo("countryRegion");
        assertThat(realm().path("displayName").asText()).isEqualTo("Contoso");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        tenant.admin()
                .put(tenant.path(""), Map.of("domainName", "contoso.example", "countryRegion", "DE"))
                .expect(201);
        Answer read = tenant.admin().get(tenant.path(""));

        Answer sentBack = tenant.admin().put(tenant.path(""), read.body());

        assertThat(sentBack.status()).as(sentBack.toString()).isEqualTo(200);
        assertThat(sentBack.json()).isEqualTo(read.json());
        assertThat(tenant.admin()
                        .put(tenant.path(""), Map.of("domainName", ""))
                        .json()
                        .has("domainName"))
                .isFalse();
    }

    private JsonNode realm() {
        return tenant.admin().get("/" + tenant.realm()).expect(200).json();
    }

    private Set<String> aliases() {
        return new TreeSet<>(flows().findValuesAsText("alias"));
    }

    private String flowId(String alias) {
        for (JsonNode flow : flows()) {
            if (flow.path("alias").asText().equals(alias)) {
                return flow.path("id").asText();
            }
        }
        throw new AssertionError("No such flow: " + alias);
    }

    private JsonNode flows() {
        return tenant.admin()
                .get("/" + tenant.realm() + "/authentication/flows")
                .expect(200)
                .json();
    }

    /** The realm with clients, roles, flows and components, but for the user profile, whose attributes stay. */
    private Map<String, Object> everything() {
        JsonNode exported = tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        Map<String, Object> everything = new ObjectMapper().convertValue(exported, new TypeReference<>() {});
        @SuppressWarnings("unchecked")
        Map<String, Object> components = (Map<String, Object>) everything.get("components");
        components.remove("org.keycloak.userprofile.UserProfileProvider");
        return everything;
    }
}
