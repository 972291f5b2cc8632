package dev.externaltenants.tenant.idp;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tenant.idp.IdentityProvider.ClientAuthentication;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.ProviderHints;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Shows a provider of the realm as our REST does: never a secret, and with what is to be entered at the provider. */
final class ProviderView {

    private final KeycloakSession session;
    private final RealmModel realm;

    ProviderView(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    IdentityProvider of(IdentityProviderModel model) {
        ProviderType type = ProviderType.of(model);
        Map<String, String> config = model.getConfig();
        boolean oidc = type == ProviderType.OIDC;
        boolean saml = type == ProviderType.SAML;
        String metadataUrl = saml ? config.get(IdentityProviderModel.METADATA_DESCRIPTOR_URL) : null;
        boolean byHand = saml && metadataUrl == null;
        return new IdentityProvider(
                model.getAlias(),
                type,
                model.getDisplayName(),
                model.isEnabled(),
                Boolean.TRUE.equals(model.isHideOnLogin()),
                new ProviderHints(model).domains(),
                shown(type, "clientId", config.get(ProviderSettings.CLIENT_ID)),
                null,
                shown(type, "teamId", config.get(ProviderSettings.TEAM_ID)),
                shown(type, "keyId", config.get(ProviderSettings.KEY_ID)),
                null,
                oidc ? config.get(ProviderSettings.WELL_KNOWN) : null,
                oidc
                        ? config.get(ProviderSettings.ISSUER)
                        : saml ? config.get(SAMLIdentityProviderConfig.IDP_ENTITY_ID) : null,
                oidc ? config.get(ProviderSettings.SCOPE) : null,
                oidc ? "code" : null,
                oidc ? authentication(config) : null,
                metadataUrl,
                byHand ? config.get(SAMLIdentityProviderConfig.SINGLE_SIGN_ON_SERVICE_URL) : null,
                byHand ? config.get(SAMLIdentityProviderConfig.SIGNING_CERTIFICATE_KEY) : null,
                registration(model.getAlias(), saml),
                userFlows(model.getAlias()));
    }

    /** Returns the names of the user flows that list the provider. */
    List<String> userFlows(String alias) {
        return UserFlowProvider.of(session)
                .list(realm)
                .filter(flow -> flow.identityProviders().contains(alias))
                .map(UserFlow::name)
                .toList();
    }

    private Map<String, Object> registration(String alias, boolean saml) {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        String endpoint =
                Urls.identityProviderAuthnResponse(base, alias, realm.getName()).toString();
        return saml
                ? Map.of(
                        "assertionConsumerServiceUrl",
                        endpoint,
                        "audience",
                        Urls.realmBase(base).path(realm.getName()).build().toString(),
                        "metadataUrl",
                        endpoint + "/descriptor")
                : Map.of("redirectUris", List.of(endpoint));
    }

    private static String shown(ProviderType type, String field, String value) {
        return type.has(field) ? value : null;
    }

    /** One that was made in Keycloak may prove itself in a way that we offer none of. */
    private static ClientAuthentication authentication(Map<String, String> config) {
        String method = config.get(ProviderSettings.AUTHENTICATION);
        for (ClientAuthentication known : ClientAuthentication.values()) {
            if (known.name().equals(method)) {
                return known;
            }
        }
        return null;
    }
}
