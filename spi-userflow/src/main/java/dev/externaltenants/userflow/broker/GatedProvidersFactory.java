package dev.externaltenants.userflow.broker;

import dev.externaltenants.compat.GatedProviderStore;
import org.keycloak.Config;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderStorageProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Puts {@link BrokerDoors} in front of Keycloak's own store of identity providers. */
public final class GatedProvidersFactory
        implements IdentityProviderStorageProviderFactory<IdentityProviderStorageProvider> {

    private static final String ID = "xt-gated";

    /** Above Keycloak's cache, which is 10. */
    private static final int ORDER = 1000;

    private GatedProviderStore store;

    /** To be asked at the start by a factory of another kind: this one is not loaded at all where the options name another. */
    public static void requireInForce(KeycloakSessionFactory server) {
        GatedProviderStore.requireInForce(GatedProvidersFactory.class, server);
    }

    @Override
    public IdentityProviderStorageProvider create(KeycloakSession session) {
        return store.open(session, new BrokerDoors(session)::check);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        store = GatedProviderStore.behind(this, factory);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
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
