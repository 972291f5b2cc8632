package dev.externaltenants.emailotp.sender;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-passcode-sender}. */
public final class PasscodeSenderSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "xt-passcode-sender";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PasscodeSenderProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<PasscodeSenderProvider>> getProviderFactoryClass() {
        return PasscodeSenderProviderFactory.class;
    }
}
