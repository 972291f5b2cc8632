package dev.externaltenants.tenant.customers;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens in every realm, whichever listeners an administrator chose for it. */
public final class EnabledCustomersFactory implements EventListenerProviderFactory {

    private static final String ID = "xt-enabled-customers";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EnabledCustomers(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String getId() {
        return ID;
    }
}
