package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A step that runs before anybody is known. */
public interface UserlessStep extends Authenticator {

    @Override
    default void action(AuthenticationFlowContext context) {
        authenticate(context);
    }

    @Override
    default boolean requiresUser() {
        return false;
    }

    @Override
    default boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    default void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // there is nothing a user could set up
    }

    @Override
    default void close() {
        // nothing is held
    }
}
