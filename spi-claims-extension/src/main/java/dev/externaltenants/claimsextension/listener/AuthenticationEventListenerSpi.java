package dev.externaltenants.claimsextension.listener;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-event-listener}. */
public final class AuthenticationEventListenerSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-event-listener";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AuthenticationEventListenerProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<AuthenticationEventListenerProvider>> getProviderFactoryClass() {
        return AuthenticationEventListenerProviderFactory.class;
    }
}
