package dev.externaltenants.userflow.rest;

import java.util.function.Function;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts a resource at {@code /realms/{realm}/{id}}, where Keycloak asks nobody who they are. */
public abstract class RealmResourceFactory implements RealmResourceProviderFactory {

    private final String id;
    private final Function<KeycloakSession, Object> resource;

    /**
     * @param id the last part of the address
     * @param resource makes the resource of a request
     */
    protected RealmResourceFactory(String id, Function<KeycloakSession, Object> resource) {
        this.id = id;
        this.resource = resource;
    }

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {

            @Override
            public Object getResource() {
                return resource.apply(session);
            }

            @Override
            public void close() {
                // nothing is held beyond the request
            }
        };
    }

    @Override
    public final void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public final void close() {
        // nothing is held
    }

    @Override
    public final String getId() {
        return id;
    }
}
