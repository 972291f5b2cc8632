package dev.externaltenants.claimsextension.token;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The token response under way, or the assertion.
 *
 * @param issuer of the tokens, which is the realm's issuer URL
 */
record TokenContext(
        KeycloakSession session,
        UserSessionModel userSession,
        AuthenticatedClientSessionModel clientSession,
        String issuer) {

    ClientModel app() {
        return clientSession.getClient();
    }
}
