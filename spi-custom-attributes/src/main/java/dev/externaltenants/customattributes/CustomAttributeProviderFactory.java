package dev.externaltenants.customattributes;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CustomAttributeProvider}s. */
public interface CustomAttributeProviderFactory extends ProviderFactory<CustomAttributeProvider> {}
