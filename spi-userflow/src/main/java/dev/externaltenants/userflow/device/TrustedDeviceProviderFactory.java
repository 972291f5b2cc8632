package dev.externaltenants.userflow.device;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link TrustedDeviceProvider}s. */
public interface TrustedDeviceProviderFactory extends ProviderFactory<TrustedDeviceProvider> {}
