package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;

/**
 * Keycloak's step for recovery codes, as a last resort: by itself Keycloak would ask for one before a code by e-mail, and use
 * the few there are up, because they are stored with the account.
 */
final class RecoveryCodeAuthenticator implements Authenticator {

    private final RecoveryAuthnCodesFormAuthenticator keycloaks;

    RecoveryCodeAuthenticator(KeycloakSession session) {
        this.keycloaks = new RecoveryAuthnCodesFormAuthenticator(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        keycloaks.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        boolean typed = context.getHttpRequest()
                .getDecodedFormParameters()
                .containsKey(RecoveryAuthnCodesUtils.FIELD_RECOVERY_CODE_IN_BROWSER_FLOW);
        // Keycloak's step fails on a post without the field.
        if (typed) {
            keycloaks.action(context);
        } else {
            keycloaks.authenticate(context);
        }
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return keycloaks.configuredFor(session, realm, user);
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // none: an action that set the factor up while signing in would stand in for the factor itself
    }

    @Override
    public void close() {
        // nothing is held
    }
}
