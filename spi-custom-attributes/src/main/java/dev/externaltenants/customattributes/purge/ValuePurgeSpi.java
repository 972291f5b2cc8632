package dev.externaltenants.customattributes.purge;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-value-purge}. */
public final class ValuePurgeSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-value-purge";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ValuePurgeProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<ValuePurgeProvider>> getProviderFactoryClass() {
        return ValuePurgeProviderFactory.class;
    }
}
