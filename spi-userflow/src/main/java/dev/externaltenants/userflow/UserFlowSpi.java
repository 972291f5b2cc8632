package dev.externaltenants.userflow;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-user-flow}. */
public final class UserFlowSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-user-flow";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return UserFlowProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<UserFlowProvider>> getProviderFactoryClass() {
        return UserFlowProviderFactory.class;
    }
}
