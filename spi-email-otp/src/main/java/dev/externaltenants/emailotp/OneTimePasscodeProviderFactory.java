package dev.externaltenants.emailotp;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link OneTimePasscodeProvider}s. */
public interface OneTimePasscodeProviderFactory extends ProviderFactory<OneTimePasscodeProvider> {}
