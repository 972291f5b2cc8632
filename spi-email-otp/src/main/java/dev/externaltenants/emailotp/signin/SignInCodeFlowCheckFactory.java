package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.UserFlowCheckFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the check of a user flow's method. */
public final class SignInCodeFlowCheckFactory implements UserFlowCheckFactory {

    static final String ID = "xt-sign-in-code";

    @Override
    public UserFlowCheck create(KeycloakSession session) {
        return new SignInCodeFlowCheck();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }
}
