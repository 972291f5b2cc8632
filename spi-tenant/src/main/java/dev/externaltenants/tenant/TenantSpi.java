package dev.externaltenants.tenant;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-tenant}. */
public final class TenantSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-tenant";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TenantProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<TenantProvider>> getProviderFactoryClass() {
        return TenantProviderFactory.class;
    }
}
