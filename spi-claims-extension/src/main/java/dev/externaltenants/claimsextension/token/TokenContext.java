package dev.externaltenants.claimsextension.token;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The token response under way.
 *
 * @param issuer of the tokens, which is the realm's issuer URL
 */
record TokenContext(KeycloakSession session, UserSessionModel userSession, ClientModel app, String issuer) {}
