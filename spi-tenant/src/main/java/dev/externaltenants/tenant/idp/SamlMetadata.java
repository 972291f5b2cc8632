package dev.externaltenants.tenant.idp;

import java.util.HashMap;
import java.util.Map;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.broker.provider.IdentityProviderFactory;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.KeycloakSession;

/** A SAML provider's metadata, read by Keycloak's own parser. */
final class SamlMetadata {

    private static final String FIELD = "metadataUrl";

    private final KeycloakSession session;
    private final RemoteAddress addresses;

    SamlMetadata(KeycloakSession session, RemoteAddress addresses) {
        this.session = session;
        this.addresses = addresses;
    }

    /**
     * @param issuer the one that it must have, or null for any
     * @throws TenantException {@code xt_identity_provider_metadata_invalid}
     */
    Map<String, String> settings(String text, String issuer) {
        Map<String, String> parsed = parsed(text);
        String entityId = parsed.get(SAMLIdentityProviderConfig.IDP_ENTITY_ID);
        if (issuer != null && !issuer.equals(entityId)) {
            throw invalid("issuer", "Its entity id is another one.");
        }
        if (blank(entityId) || blank(parsed.get(SAMLIdentityProviderConfig.SINGLE_SIGN_ON_SERVICE_URL))) {
            throw invalid(FIELD, "It lacks the entity id or the address for sign-in.");
        }
        if (blank(parsed.get(SAMLIdentityProviderConfig.SIGNING_CERTIFICATE_KEY))) {
            throw invalid(FIELD, "It lacks the certificate for signatures.");
        }
        addresses.secure(parsed.get(SAMLIdentityProviderConfig.SINGLE_SIGN_ON_SERVICE_URL), FIELD);
        Map<String, String> settings = new HashMap<>();
        for (String key : new String[] {
            SAMLIdentityProviderConfig.IDP_ENTITY_ID,
            SAMLIdentityProviderConfig.SINGLE_SIGN_ON_SERVICE_URL,
            SAMLIdentityProviderConfig.SIGNING_CERTIFICATE_KEY,
            SAMLIdentityProviderConfig.POST_BINDING_AUTHN_REQUEST
        }) {
            settings.put(key, parsed.get(key));
        }
        return settings;
    }

    private Map<String, String> parsed(String text) {
        try {
            Map<String, String> parsed = session.getKeycloakSessionFactory()
                                    .getProviderFactory(
                                            org.keycloak.broker.provider.IdentityProvider.class,
                                            ProviderType.SAML.brokerId())
                            instanceof IdentityProviderFactory<?> factory
                    ? factory.parseConfig(session, text)
                    : Map.of();
            return parsed == null ? Map.of() : parsed;
        } catch (RuntimeException e) {
            // Keycloak's parser says in many ways that a text is no metadata.
            throw invalid(FIELD, "It is no SAML metadata of an identity provider.");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static TenantException invalid(String field, String why) {
        return TenantException.invalid(
                "xt_identity_provider_metadata_invalid", field, "The provider's metadata does not fit. " + why);
    }
}
