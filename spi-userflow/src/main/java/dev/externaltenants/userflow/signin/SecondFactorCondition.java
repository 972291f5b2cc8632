package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Leaves the second proof out for who came to set up a first one: the sign-in then reaches one factor and is said to have
 * reached no more, so that nothing else is opened by it.
 */
final class SecondFactorCondition implements ConditionalAuthenticator {

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        boolean setUp = FirstSecondFactor.isBeingSetUp(context);
        if (setUp) {
            context.getAuthenticationSession()
                    .setClientNote(
                            Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(AssuranceLevel.ONE_FACTOR));
        }
        return !setUp;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // shows no page
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // there is nothing a user could set up
    }

    @Override
    public void close() {
        // nothing is held
    }
}
