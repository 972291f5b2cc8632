package dev.externaltenants.claimsextension.token;

import java.util.Optional;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The token response under way, or the assertion.
 *
 * @param resource the app whose API the access token is for, where that is another one
 * @param issuer of the tokens, which is the realm's issuer URL
 */
record TokenContext(
        KeycloakSession session,
        UserSessionModel userSession,
        AuthenticatedClientSessionModel clientSession,
        Optional<ClientModel> resource,
        String issuer) {

    ClientModel app() {
        return clientSession.getClient();
    }
}
