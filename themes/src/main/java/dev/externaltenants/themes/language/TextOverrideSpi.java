package dev.externaltenants.themes.language;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-text-overrides}. */
public final class TextOverrideSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-text-overrides";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TextOverrideProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<TextOverrideProvider>> getProviderFactoryClass() {
        return TextOverrideProviderFactory.class;
    }
}
