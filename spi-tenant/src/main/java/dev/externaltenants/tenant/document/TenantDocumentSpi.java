package dev.externaltenants.tenant.document;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-tenant-document}. */
public final class TenantDocumentSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-tenant-document";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TenantDocumentProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<TenantDocumentProvider>> getProviderFactoryClass() {
        return TenantDocumentProviderFactory.class;
    }
}
