package dev.externaltenants.tenant.idp;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.externaltenants.tenant.idp.IdentityProvider.ClientAuthentication;
import dev.externaltenants.userflow.broker.ProviderFlows;
import dev.externaltenants.userflow.broker.ProviderHints;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlPrincipalType;

/** Writes what an operator wants into the settings of Keycloak's broker, with the ones that keep customers safe. */
final class ProviderSettings {

    static final String CLIENT_ID = "clientId";
    static final String TEAM_ID = "teamId";
    static final String KEY_ID = "keyId";
    static final String WELL_KNOWN = "xtWellKnownEndpoint";
    static final String SCOPE = "defaultScope";
    static final String AUTHENTICATION = "clientAuthMethod";
    static final String ISSUER = IdentityProviderModel.ISSUER;
    static final String DEFAULT_SCOPE = "openid profile email";

    /** Keycloak masks a setting of this name; Apple's key is kept under it for that. */
    private static final String SECRET = "clientSecret";

    private static final String PERSISTENT_NAME_ID = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    /** Keycloak's broker would take accounts of any organization as well, whose addresses nobody verified. */
    private static final String PERSONAL_ACCOUNTS = "consumers";

    private final KeycloakSession session;

    ProviderSettings(KeycloakSession session) {
        this.session = session;
    }

    static boolean hasSecret(IdentityProviderModel model) {
        String secret = model.getConfig().get(SECRET);
        return secret != null && !secret.isBlank();
    }

    /** A stored secret is not sent to where another well-known endpoint leads: who sets that must know it. */
    static boolean keepsSecret(IdentityProvider wanted, IdentityProviderModel model) {
        return hasSecret(model)
                && Objects.equals(wanted.wellKnownEndpoint(), model.getConfig().get(WELL_KNOWN));
    }

    /** What does not change until the operator sends it anew; asked from the provider where it publishes that. */
    Map<String, String> of(IdentityProvider wanted, ProviderType type) {
        Map<String, String> settings = new HashMap<>();
        switch (type) {
            case OIDC -> openId(wanted, settings);
            case SAML -> saml(wanted, settings);
            case MICROSOFT -> settings.put("tenantId", PERSONAL_ACCOUNTS);
            case APPLE -> {
                settings.put(TEAM_ID, wanted.teamId());
                settings.put(KEY_ID, wanted.keyId());
            }
            default -> {
                // Keycloak's brokers for Google and Facebook know all else.
            }
        }
        if (type != ProviderType.SAML) {
            settings.put(CLIENT_ID, wanted.clientId());
            settings.put(IdentityProviderModel.LOGIN_HINT, "true");
            String secret = type == ProviderType.APPLE ? wanted.privateKey() : wanted.clientSecret();
            if (secret != null) {
                settings.put(SECRET, secret);
            }
        }
        settings.values().removeIf(value -> value == null || value.isEmpty());
        settings.put(ProviderHints.DOMAINS, String.join(" ", ProviderRules.domains(wanted)));
        return settings;
    }

    /** Writes them over the model; a secret that was not sent again stays. */
    static void apply(
            IdentityProvider wanted, ProviderType type, Map<String, String> settings, IdentityProviderModel model) {
        String secret = model.getConfig().get(SECRET);
        Map<String, String> config = new HashMap<>(settings);
        ProviderFlows.keepNotes(model, config);
        if (secret != null && !config.containsKey(SECRET) && type != ProviderType.SAML) {
            config.put(SECRET, secret);
        }
        model.setConfig(config);
        model.setProviderId(type.brokerId());
        model.setDisplayName(wanted.displayName() == null ? type.providerName() : wanted.displayName());
        model.setEnabled(wanted.enabled());
        model.setHideOnLogin(wanted.hidden());
        model.setStoreToken(false);
        model.setAddReadTokenRoleOnCreate(false);
        model.setLinkOnly(false);
        // The others say whether an address is verified; of SAML only an operator can know.
        model.setTrustEmail(type != ProviderType.SAML || Boolean.TRUE.equals(model.isTrustEmail()));
        // What customers change at the provider later is not written over what they have here.
        model.setSyncMode(IdentityProviderSyncMode.IMPORT);
    }

    private void openId(IdentityProvider wanted, Map<String, String> settings) {
        ClientAuthentication authentication = wanted.clientAuthentication() == null
                ? ClientAuthentication.client_secret_post
                : wanted.clientAuthentication();
        RemoteAddress addresses = new RemoteAddress(session);
        addresses.secure(wanted.issuer(), "issuer");
        String document = new RemoteMetadata(session)
                .fetch(addresses.callable(wanted.wellKnownEndpoint(), "wellKnownEndpoint"), "wellKnownEndpoint");
        settings.putAll(new OpenIdMetadata(document, addresses).settings(wanted.issuer(), authentication));
        settings.put(WELL_KNOWN, wanted.wellKnownEndpoint());
        settings.put(ISSUER, wanted.issuer());
        settings.put(SCOPE, wanted.scope() == null ? DEFAULT_SCOPE : wanted.scope());
        settings.put(AUTHENTICATION, authentication.name());
        settings.put("validateSignature", "true");
        settings.put("useJwksUrl", "true");
    }

    private void saml(IdentityProvider wanted, Map<String, String> settings) {
        RemoteAddress addresses = new RemoteAddress(session);
        if (wanted.metadataUrl() != null) {
            String document = new RemoteMetadata(session)
                    .fetch(addresses.callable(wanted.metadataUrl(), "metadataUrl"), "metadataUrl");
            settings.putAll(new SamlMetadata(session, addresses).settings(document, wanted.issuer()));
            settings.put(IdentityProviderModel.METADATA_DESCRIPTOR_URL, wanted.metadataUrl());
            // New keys of the provider are taken from there.
            settings.put(SAMLIdentityProviderConfig.USE_METADATA_DESCRIPTOR_URL, "true");
        } else {
            settings.put(SAMLIdentityProviderConfig.IDP_ENTITY_ID, wanted.issuer());
            settings.put(
                    SAMLIdentityProviderConfig.SINGLE_SIGN_ON_SERVICE_URL,
                    addresses.secure(wanted.endpoint(), "endpoint").toString());
            settings.put(
                    SAMLIdentityProviderConfig.SIGNING_CERTIFICATE_KEY, SigningCertificate.bare(wanted.certificate()));
            settings.put(SAMLIdentityProviderConfig.POST_BINDING_AUTHN_REQUEST, "false");
        }
        settings.put(SAMLIdentityProviderConfig.POST_BINDING_RESPONSE, "true");
        settings.put(SAMLIdentityProviderConfig.VALIDATE_SIGNATURE, "true");
        settings.put(SAMLIdentityProviderConfig.WANT_ASSERTIONS_SIGNED, "true");
        settings.put(SAMLIdentityProviderConfig.WANT_AUTHN_REQUESTS_SIGNED, "false");
        settings.put(SAMLIdentityProviderConfig.NAME_ID_POLICY_FORMAT, PERSISTENT_NAME_ID);
        settings.put(SAMLIdentityProviderConfig.PRINCIPAL_TYPE, SamlPrincipalType.SUBJECT.name());
    }
}
