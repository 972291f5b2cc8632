package dev.externaltenants.userflow.device;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code xt-trusted-device}. */
public final class TrustedDeviceSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "xt-trusted-device";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TrustedDeviceProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<TrustedDeviceProvider>> getProviderFactoryClass() {
        return TrustedDeviceProviderFactory.class;
    }
}
