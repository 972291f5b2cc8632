package dev.externaltenants.userflow.password;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-password-migration}, for which there is no implementation here. */
public final class PasswordMigrationSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-password-migration";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PasswordMigrationProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<PasswordMigrationProvider>> getProviderFactoryClass() {
        return PasswordMigrationProviderFactory.class;
    }
}
