package dev.externaltenants.customattributes.signup;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link SignUpProvider}s. */
public interface SignUpProviderFactory extends ProviderFactory<SignUpProvider> {}
