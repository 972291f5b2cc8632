package dev.externaltenants.tests.support;

import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.PasscodeSenderProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Shows how codes take another way than mail; only the tests' server has it. */
public final class KeepingSenderFactory implements PasscodeSenderProviderFactory {

    @Override
    public PasscodeSenderProvider create(KeycloakSession session) {
        return new KeepingSender(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    /** Before those that every server has. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return "xt-keeping";
    }
}
