package dev.externaltenants.themes.branding;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the table of brands' files and its Liquibase changelog. */
public final class BrandFileEntities implements JpaEntityProviderFactory {

    /** Names the changelog table, of which Keycloak keeps ten letters: never change it. */
    private static final String ID = "xt-brand";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {

            @Override
            public List<Class<?>> getEntities() {
                return List.of(BrandFileEntity.class);
            }

            @Override
            public String getChangelogLocation() {
                return "META-INF/xt-branding-changelog.xml";
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
