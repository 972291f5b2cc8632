package dev.externaltenants.userflow.signin;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's step for passkeys that were made to sign in without a password, as a second factor: of the customer who proved
 * the first one and of nobody whom the post may name.
 */
final class PasskeyAuthenticator extends WebAuthnPasswordlessAuthenticator {

    PasskeyAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** Keycloak's own would forget who is signing in and take the account of the name. */
    @Override
    protected boolean validateUsername(
            AuthenticationFlowContext context, MultivaluedMap<String, String> formData, String username) {
        return false;
    }
}
