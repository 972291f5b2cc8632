package dev.externaltenants.customattributes.purge;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link ValuePurgeProvider}s. */
public interface ValuePurgeProviderFactory extends ProviderFactory<ValuePurgeProvider> {}
