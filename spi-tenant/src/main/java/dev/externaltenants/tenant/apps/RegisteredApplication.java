package dev.externaltenants.tenant.apps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * What the registration answers: all that the app's developer needs.
 *
 * @param secret of apps that keep one, shown this once
 */
record RegisteredApplication(@JsonUnwrapped Application application, String secret, @JsonUnwrapped AppSetup setup) {

    static RegisteredApplication of(KeycloakSession session, ClientModel client, Application app) {
        String secret = app.type().keepsSecret() ? client.getSecret() : null;
        return new RegisteredApplication(app, secret, AppSetup.of(session, client.getRealm(), app, secret));
    }
}
