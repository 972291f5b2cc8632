package dev.externaltenants.customattributes.consent;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-consent}. */
public final class ConsentSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-consent";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ConsentProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<ConsentProvider>> getProviderFactoryClass() {
        return ConsentProviderFactory.class;
    }
}
