package dev.externaltenants.claimsextension.callout;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-callout-engine}. */
public final class CalloutSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-callout-engine";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CalloutProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<CalloutProvider>> getProviderFactoryClass() {
        return CalloutProviderFactory.class;
    }
}
