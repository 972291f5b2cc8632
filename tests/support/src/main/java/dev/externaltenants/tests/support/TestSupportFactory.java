package dev.externaltenants.tests.support;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Opens {@code /realms/master/xt-test-support}; only the tests' server has it. */
public final class TestSupportFactory implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TestSupport(session);
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
        return "xt-test-support";
    }

    private record TestSupport(KeycloakSession session) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return new TestSupportResource(session);
        }

        @Override
        public void close() {
            // nothing is held beyond the request
        }
    }
}
