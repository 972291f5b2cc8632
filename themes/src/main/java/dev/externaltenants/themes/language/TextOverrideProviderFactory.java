package dev.externaltenants.themes.language;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link TextOverrideProvider}s. */
public interface TextOverrideProviderFactory extends ProviderFactory<TextOverrideProvider> {}
