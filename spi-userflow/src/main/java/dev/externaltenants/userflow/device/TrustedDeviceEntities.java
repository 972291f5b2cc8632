package dev.externaltenants.userflow.device;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the table of trusted devices and its Liquibase changelog. */
public final class TrustedDeviceEntities implements JpaEntityProviderFactory {

    /** Names the changelog table, of which Keycloak keeps ten letters: never change it. */
    private static final String ID = "xt-device";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {

            @Override
            public List<Class<?>> getEntities() {
                return List.of(TrustedDeviceEntity.class);
            }

            @Override
            public String getChangelogLocation() {
                return "META-INF/xt-device-changelog.xml";
            }

            @Override
            public String getFactoryId() {
                return ID;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
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
