package dev.externaltenants.claimsextension.callout;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-claims-callout}. */
public final class ClaimsCalloutSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-claims-callout";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ClaimsCalloutProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<ClaimsCalloutProvider>> getProviderFactoryClass() {
        return ClaimsCalloutProviderFactory.class;
    }
}
