package dev.externaltenants.tenant.apps;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCWellKnownProviderFactory;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * What the registration answers: all that the app's developer needs.
 *
 * @param secret of apps that keep one, shown this once
 * @param authority the tenant's issuer
 * @param snippets ready configurations for common libraries
 */
record RegisteredApplication(
        @JsonUnwrapped Application application,
        String secret,
        String authority,
        String discoveryUrl,
        List<Snippet> snippets) {

    static RegisteredApplication of(KeycloakSession session, ClientModel client, Application app) {
        String authority = Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                client.getRealm().getName());
        String secret = app.type().keepsSecret() ? client.getSecret() : null;
        return new RegisteredApplication(
                app,
                secret,
                authority,
                authority + "/.well-known/" + OIDCWellKnownProviderFactory.PROVIDER_ID,
                Snippets.of(app, secret, authority));
    }
}
