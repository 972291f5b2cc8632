package dev.externaltenants.emailotp;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-one-time-passcode}. */
public final class OneTimePasscodeSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-one-time-passcode";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return OneTimePasscodeProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<OneTimePasscodeProvider>> getProviderFactoryClass() {
        return OneTimePasscodeProviderFactory.class;
    }
}
