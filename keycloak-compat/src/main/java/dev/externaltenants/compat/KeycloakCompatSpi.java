package dev.externaltenants.compat;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-compat}. */
public final class KeycloakCompatSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-compat";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return KeycloakCompat.class;
    }

    @Override
    public Class<? extends ProviderFactory<KeycloakCompat>> getProviderFactoryClass() {
        return KeycloakCompatFactory.class;
    }
}
