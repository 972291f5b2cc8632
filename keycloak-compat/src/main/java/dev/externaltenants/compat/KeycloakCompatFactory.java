package dev.externaltenants.compat;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link KeycloakCompat} providers. */
public interface KeycloakCompatFactory extends ProviderFactory<KeycloakCompat> {}
