package dev.externaltenants.tenant.idp;

import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.userflow.TenantException;

/** An OpenID Connect provider's discovery document, as far as a provider of a tenant needs it. */
final class OpenIdMetadata {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIELD = "wellKnownEndpoint";

    private final JsonNode document;
    private final RemoteAddress addresses;

    /** @throws TenantException {@code xt_identity_provider_metadata_invalid} */
    OpenIdMetadata(String text, RemoteAddress addresses) {
        this.addresses = addresses;
        try {
            document = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid(FIELD, "It is no JSON.");
        }
    }

    /**
     * Checks it against what is wanted, and returns the settings of Keycloak's broker that it leads to.
     *
     * @throws TenantException {@code xt_identity_provider_metadata_invalid}
     */
    Map<String, String> settings(String issuer, IdentityProvider.ClientAuthentication authentication) {
        if (!text("issuer").equals(issuer)) {
            throw invalid("issuer", "Its issuer is another one; the spelling must be the same.");
        }
        requireListed("response_types_supported", "code", "responseType");
        requireListed("token_endpoint_auth_methods_supported", authentication.name(), "clientAuthentication");
        if (!document.path("subject_types_supported").isArray()) {
            throw invalid(FIELD, "It lacks subject_types_supported.");
        }
        boolean userInfo = document.path("userinfo_endpoint").isTextual();
        addresses.secure(text("authorization_endpoint"), FIELD);
        return Map.of(
                "authorizationUrl",
                text("authorization_endpoint"),
                "tokenUrl",
                callable("token_endpoint"),
                "jwksUrl",
                callable("jwks_uri"),
                "userInfoUrl",
                userInfo ? callable("userinfo_endpoint") : "",
                "disableUserInfo",
                String.valueOf(!userInfo),
                "pkceEnabled",
                String.valueOf(lists("code_challenge_methods_supported", "S256")),
                "pkceMethod",
                "S256");
    }

    private String callable(String name) {
        return addresses.callable(text(name), FIELD).toString();
    }

    private String text(String name) {
        if (!document.path(name).isTextual()) {
            throw invalid(FIELD, "It lacks " + name + ".");
        }
        return document.path(name).asText();
    }

    private void requireListed(String name, String value, String field) {
        if (!lists(name, value)) {
            throw invalid(field, "Its " + name + " does not have " + value + ".");
        }
    }

    private boolean lists(String name, String value) {
        return StreamSupport.stream(document.path(name).spliterator(), false)
                .anyMatch(listed -> listed.asText().equals(value));
    }

    private static TenantException invalid(String field, String why) {
        return TenantException.invalid(
                "xt_identity_provider_metadata_invalid", field, "The provider's metadata does not fit. " + why);
    }
}
