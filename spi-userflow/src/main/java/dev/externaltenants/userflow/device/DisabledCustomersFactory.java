package dev.externaltenants.userflow.device;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens in every realm, whichever listeners an administrator chose for it. */
public final class DisabledCustomersFactory implements EventListenerProviderFactory {

    private static final String ID = "xt-disabled-customers";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new DisabledCustomers(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
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
