package dev.externaltenants.userflow;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link UserFlowProvider}s. */
public interface UserFlowProviderFactory extends ProviderFactory<UserFlowProvider> {}
