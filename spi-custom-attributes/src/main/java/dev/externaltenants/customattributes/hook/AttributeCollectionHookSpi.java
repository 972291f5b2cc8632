package dev.externaltenants.customattributes.hook;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-attribute-collection-hook}, for which there is no implementation here. */
public final class AttributeCollectionHookSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-attribute-collection-hook";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AttributeCollectionHook.class;
    }

    @Override
    public Class<? extends ProviderFactory<AttributeCollectionHook>> getProviderFactoryClass() {
        return AttributeCollectionHookFactory.class;
    }
}
