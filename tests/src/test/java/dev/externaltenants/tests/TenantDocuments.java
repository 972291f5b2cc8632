package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;

/** The document of a tenant, read and applied by the administrator of the realm master. */
final class TenantDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TenantDocuments() {}

    /** Gives the tenant some of everything that a document has. */
    static void furnish(Tenant tenant) {
        put(
                        tenant,
                        Map.of(
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
                                        Map.of(
                                                "name",
                                                "loyaltyNumber",
                                                "dataType",
                                                "STRING",
                                                "description",
                                                "On the card"),
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
                                                        "acceptedTerms",
                                                        "I accept the [terms](https://contoso.example/terms)")
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

    /** Applies a document of these sections, and returns what was answered. */
    static Answer put(Tenant tenant, Map<String, Object> document) {
        return apply(tenant, "", JSON.valueToTree(document).toString(), "application/json");
    }

    /** Returns the document in that type. */
    static Answer read(Tenant of, String type) {
        return of.admin()
                .call("GET", of.path("/document"), null, Map.of("Accept", type))
                .expect(200);
    }

    static Answer apply(Tenant to, String query, String document, String type) {
        return to.admin().call("PUT", to.path("/document" + query), document, Map.of("Content-Type", type));
    }
}
