package dev.externaltenants.tests.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Another company's realm on the same server, with which the tenant's customers sign in: by OpenID Connect or by SAML. */
public final class ForeignProvider implements BeforeAllCallback, AfterAllCallback {

    public static final String PASSWORD = "a-password-of-Elsewhere-7";
    public static final String NAME = "Fabrikam";

    private static final String SECRET = "a-secret-of-the-tests";
    private static final String URI = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /** What the provider says of a user besides name and address, by claim: the user attribute of the same name. */
    private static final List<String> CLAIMS = List.of(
            "phone_number", "street_address", "locality", "region", "postal_code", "country", "vip", "jobTitle");

    private final String realm;

    private ForeignProvider(String realm) {
        this.realm = realm;
    }

    public static ForeignProvider named(String name) {
        return new ForeignProvider(name + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        admin().post("", Map.of("realm", realm, "enabled", true)).expect(201);
        ObjectNode profile = (ObjectNode)
                admin().get("/" + realm + "/users/profile").expect(200).json();
        // Else it would ask its own users for an address first.
        profile.path("attributes").forEach(attribute -> ((ObjectNode) attribute).remove("required"));
        admin().put("/" + realm + "/users/profile", profile.put("unmanagedAttributePolicy", "ENABLED"))
                .expect(200);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        admin().delete("/" + realm);
    }

    /** Creates somebody there; a null e-mail address is none. */
    public void user(String username, String email, boolean emailVerified, Map<String, String> attributes) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "username",
                username,
                "enabled",
                true,
                "emailVerified",
                emailVerified,
                "firstName",
                "Kim",
                "lastName",
                "Akers",
                "attributes",
                attributes,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        if (email != null) {
            user.put("email", email);
        }
        admin().post("/" + realm + "/users", user).expect(201);
    }

    /** Gives somebody there another address, as its owner could. */
    public void changeEmail(String username, String email, boolean emailVerified) {
        JsonNode user = account(username);
        ObjectNode changed = ((ObjectNode) user).put("email", email).put("emailVerified", emailVerified);
        admin().put("/" + realm + "/users/" + user.path("id").asText(), changed).expect(204);
    }

    /** Returns by which id it names somebody to apps. */
    public String idOf(String username) {
        return account(username).path("id").asText();
    }

    private JsonNode account(String username) {
        return admin().get("/" + realm + "/users?exact=true&username=" + Forms.encode(username))
                .json()
                .path(0);
    }

    /** Makes this realm an OpenID provider of the tenant. */
    public void oidcProviderOf(Tenant tenant, String alias) {
        oidcProviderOf(tenant, alias, Map.of());
    }

    /** @param settings of the identity provider in the tenant */
    public void oidcProviderOf(Tenant tenant, String alias, Map<String, Object> settings) {
        String clientId = tenant.realm() + "-" + alias;
        List<Map<String, Object>> mappers = new ArrayList<>();
        CLAIMS.forEach(claim -> mappers.add(mapper(
                claim,
                "openid-connect",
                "oidc-usermodel-attribute-mapper",
                Map.of(
                        "user.attribute", claim,
                        "claim.name", claim,
                        "jsonType.label", "String",
                        "id.token.claim", "true",
                        "userinfo.token.claim", "true"))));
        admin().post(
                        "/" + realm + "/clients",
                        Map.of(
                                "clientId", clientId,
                                "secret", SECRET,
                                "redirectUris", List.of(endpoint(tenant, alias)),
                                "protocolMappers", mappers))
                .expect(201);
        register(
                tenant,
                alias,
                "oidc",
                settings,
                Map.ofEntries(
                        Map.entry("issuer", issuer(tenant)),
                        Map.entry("authorizationUrl", issuer(tenant) + "/protocol/openid-connect/auth"),
                        Map.entry("tokenUrl", issuer(tenant) + "/protocol/openid-connect/token"),
                        Map.entry("userInfoUrl", issuer(tenant) + "/protocol/openid-connect/userinfo"),
                        Map.entry("jwksUrl", issuer(tenant) + "/protocol/openid-connect/certs"),
                        Map.entry("useJwksUrl", "true"),
                        Map.entry("validateSignature", "true"),
                        Map.entry("clientId", clientId),
                        Map.entry("clientSecret", SECRET),
                        Map.entry("clientAuthMethod", "client_secret_post"),
                        Map.entry("defaultScope", "openid email profile"),
                        Map.entry("syncMode", "IMPORT")));
    }

    /** Makes this realm a SAML provider of the tenant, with the claim names of Entra and AD FS. */
    public void samlProviderOf(Tenant tenant, String alias, Map<String, Object> settings) {
        admin().post(
                        "/" + realm + "/clients",
                        Map.of(
                                "clientId",
                                tenant.issuer(),
                                "protocol",
                                "saml",
                                "redirectUris",
                                List.of(endpoint(tenant, alias)),
                                "attributes",
                                Map.of(
                                        "saml.assertion.signature", "true",
                                        "saml.server.signature", "true",
                                        "saml.client.signature", "false",
                                        "saml.force.post.binding", "true",
                                        "saml_name_id_format", "persistent"),
                                "protocolMappers",
                                List.of(
                                        samlProperty("emailaddress", "email"),
                                        samlProperty("givenname", "firstName"),
                                        samlProperty("surname", "lastName"),
                                        samlAttribute("locality", "locality"),
                                        samlAttribute("jobTitle", "jobTitle"))))
                .expect(201);
        register(
                tenant,
                alias,
                "saml",
                settings,
                Map.ofEntries(
                        Map.entry("entityId", tenant.issuer()),
                        Map.entry("idpEntityId", issuer(tenant)),
                        Map.entry("singleSignOnServiceUrl", issuer(tenant) + "/protocol/saml"),
                        Map.entry("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
                        Map.entry("principalType", "SUBJECT"),
                        Map.entry("postBindingResponse", "true"),
                        Map.entry("postBindingAuthnRequest", "false"),
                        Map.entry("validateSignature", "true"),
                        Map.entry("wantAssertionsSigned", "true"),
                        Map.entry("useMetadataDescriptorUrl", "true"),
                        Map.entry("metadataDescriptorUrl", issuer(tenant) + "/protocol/saml/descriptor"),
                        Map.entry("syncMode", "IMPORT")));
    }

    /** Returns where its cookies are sent. */
    public String path() {
        return "/realms/" + realm + "/";
    }

    private static void register(
            Tenant tenant, String alias, String kind, Map<String, Object> settings, Map<String, String> config) {
        Map<String, Object> provider = new HashMap<>(
                Map.of("alias", alias, "displayName", NAME, "providerId", kind, "enabled", true, "config", config));
        provider.putAll(settings);
        tenant.admin()
                .post("/" + tenant.realm() + "/identity-provider/instances", provider)
                .expect(201);
    }

    private static Map<String, Object> samlProperty(String claim, String property) {
        return mapper(
                claim,
                "saml",
                "saml-user-property-mapper",
                Map.of("user.attribute", property, "attribute.name", URI + claim, "attribute.nameformat", "Basic"));
    }

    private static Map<String, Object> samlAttribute(String claim, String attribute) {
        return mapper(
                claim,
                "saml",
                "saml-user-attribute-mapper",
                Map.of("user.attribute", attribute, "attribute.name", URI + claim, "attribute.nameformat", "Basic"));
    }

    private static Map<String, Object> mapper(String name, String protocol, String mapper, Map<String, String> config) {
        return Map.of("name", name, "protocol", protocol, "protocolMapper", mapper, "config", config);
    }

    private static String endpoint(Tenant tenant, String alias) {
        return tenant.issuer() + "/broker/" + alias + "/endpoint";
    }

    private String issuer(Tenant tenant) {
        return tenant.server().base() + "/realms/" + realm;
    }

    private static AdminApi admin() {
        return KeycloakServer.running().admin();
    }
}
