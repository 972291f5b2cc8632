package dev.externaltenants.emailotp.sender;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link PasscodeSenderProvider}s. One with an order above 1, or that the operator names, is asked for all tenants. */
public interface PasscodeSenderProviderFactory extends ProviderFactory<PasscodeSenderProvider> {}
