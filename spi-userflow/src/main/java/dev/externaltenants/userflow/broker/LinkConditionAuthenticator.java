package dev.externaltenants.userflow.broker;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Says that this first login made no account, so an existing one is to be proven. It must not turn false once that is
 * done: a page that is loaded again would then leave out what is still to be proven.
 */
final class LinkConditionAuthenticator implements ConditionalAuthenticator {

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        return !BrokeredAccount.isCreated(context.getAuthenticationSession());
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
