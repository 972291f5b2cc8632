package dev.externaltenants.userflow;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-user-flow-check}. */
public final class UserFlowCheckSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-user-flow-check";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return UserFlowCheck.class;
    }

    @Override
    public Class<? extends ProviderFactory<UserFlowCheck>> getProviderFactoryClass() {
        return UserFlowCheckFactory.class;
    }
}
