package dev.externaltenants.customattributes.signup;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-sign-up}. */
public final class SignUpSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-sign-up";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SignUpProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<SignUpProvider>> getProviderFactoryClass() {
        return SignUpProviderFactory.class;
    }
}
