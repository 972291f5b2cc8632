package dev.externaltenants.themes.branding;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-branding}. */
public final class BrandingSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-branding";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return BrandingProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<BrandingProvider>> getProviderFactoryClass() {
        return BrandingProviderFactory.class;
    }
}
