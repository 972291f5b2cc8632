package dev.externaltenants.customattributes;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-custom-attribute}. */
public final class CustomAttributeSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-custom-attribute";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CustomAttributeProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<CustomAttributeProvider>> getProviderFactoryClass() {
        return CustomAttributeProviderFactory.class;
    }
}
