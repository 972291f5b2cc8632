package dev.externaltenants.tenant.apps;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCWellKnownProviderFactory;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * What an app's developer needs beside the app itself.
 *
 * @param authority the tenant's issuer
 * @param snippets ready configurations for common libraries
 */
record AppSetup(String authority, String discoveryUrl, List<Snippet> snippets) {

    /** @param secret of the app, or null to leave its place open */
    static AppSetup of(KeycloakSession session, RealmModel realm, Application app, String secret) {
        String authority =
                Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
        return new AppSetup(
                authority,
                authority + "/.well-known/" + OIDCWellKnownProviderFactory.PROVIDER_ID,
                Snippets.of(app, secret, authority));
    }
}
