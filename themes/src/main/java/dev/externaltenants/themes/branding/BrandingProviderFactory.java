package dev.externaltenants.themes.branding;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link BrandingProvider}s. */
public interface BrandingProviderFactory extends ProviderFactory<BrandingProvider> {}
