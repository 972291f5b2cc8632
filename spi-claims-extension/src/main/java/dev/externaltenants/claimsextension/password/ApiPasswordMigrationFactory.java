package dev.externaltenants.claimsextension.password;

import dev.externaltenants.userflow.password.PasswordMigrationProvider;
import dev.externaltenants.userflow.password.PasswordMigrationProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link ApiPasswordMigration}s. */
public final class ApiPasswordMigrationFactory implements PasswordMigrationProviderFactory {

    @Override
    public PasswordMigrationProvider create(KeycloakSession session) {
        return new ApiPasswordMigration(session);
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
        return "xt-custom-extension";
    }
}
