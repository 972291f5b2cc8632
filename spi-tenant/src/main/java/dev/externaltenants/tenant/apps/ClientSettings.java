package dev.externaltenants.tenant.apps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;

/** Writes an app into Keycloak's representation of a client. */
final class ClientSettings {

    private static final String PKCE_S256 = "S256";
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]+");

    private ClientSettings() {}

    /** Returns a client that may do what its type needs, and nothing else. */
    static ClientRepresentation forNew(Application app) {
        AppType type = app.type();
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(app.clientId());
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setPublicClient(!type.keepsSecret() && type != AppType.API);
        client.setBearerOnly(type == AppType.API);
        client.setStandardFlowEnabled(type.signsCustomersIn());
        client.setServiceAccountsEnabled(type == AppType.DAEMON);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        // A token carries roles of the app itself, not all that its customer has anywhere.
        client.setFullScopeAllowed(false);
        // The tenant owns its apps; nobody is asked to trust a third party.
        client.setConsentRequired(false);
        Map<String, String> attributes = new HashMap<>();
        attributes.put(AppType.ATTRIBUTE, type.toString());
        if (type.signsCustomersIn()) {
            // Of confidential apps as well: a stolen code is worth nothing at the app's own callback either (RFC 9700).
            attributes.put(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, PKCE_S256);
        }
        client.setAttributes(attributes);
        client.setRedirectUris(List.of());
        client.setWebOrigins(List.of());
        client.setFrontchannelLogout(false);
        change(client, Application.bare(type), app);
        return client;
    }

    /** Writes what differs, so that a setting which an operator made at Keycloak stays. */
    static void change(ClientRepresentation client, Application present, Application wanted) {
        if (!wanted.displayName().equals(present.displayName())) {
            client.setName(wanted.displayName());
        }
        client.setEnabled(wanted.enabled());
        if (!Set.copyOf(wanted.redirectUris()).equals(Set.copyOf(present.redirectUris()))) {
            client.setWebOrigins(webOrigins(client, present, wanted));
            client.setRedirectUris(wanted.redirectUris());
        }
        if (!Set.copyOf(wanted.postLogoutRedirectUris()).equals(Set.copyOf(present.postLogoutRedirectUris()))) {
            // Empty removes the attribute, and then Keycloak takes the redirect URIs.
            client.getAttributes()
                    .put(
                            OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS,
                            String.join(Constants.CFG_DELIMITER, wanted.postLogoutRedirectUris()));
        }
        String logout = wanted.frontChannelLogoutUrl() == null ? "" : wanted.frontChannelLogoutUrl();
        if (!logout.equals(present.frontChannelLogoutUrl() == null ? "" : present.frontChannelLogoutUrl())) {
            client.setFrontchannelLogout(!logout.isEmpty());
            client.getAttributes().put(OIDCConfigAttributes.FRONT_CHANNEL_LOGOUT_URI, logout);
        }
    }

    /** A page of the browser calls the token endpoint itself; origins that an operator added stay. */
    private static List<String> webOrigins(ClientRepresentation client, Application present, Application wanted) {
        if (present.type() != AppType.SPA) {
            return client.getWebOrigins();
        }
        Set<String> origins = new LinkedHashSet<>(client.getWebOrigins());
        origins.removeAll(origins(present.redirectUris()));
        origins.addAll(origins(wanted.redirectUris()));
        return new ArrayList<>(origins);
    }

    private static Set<String> origins(List<String> redirectUris) {
        return redirectUris.stream()
                .map(ORIGIN::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                // Browsers leave the port of the scheme out.
                .map(origin -> origin.replaceFirst("^(http:.*):80$|^(https:.*):443$", "$1$2"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
