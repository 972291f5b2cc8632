package dev.externaltenants.claimsextension;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-custom-extension}. */
public final class CustomExtensionSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-custom-extension";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CustomExtensionProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<CustomExtensionProvider>> getProviderFactoryClass() {
        return CustomExtensionProviderFactory.class;
    }
}
