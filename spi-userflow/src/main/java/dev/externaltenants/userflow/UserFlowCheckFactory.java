package dev.externaltenants.userflow;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link UserFlowCheck}s. */
public interface UserFlowCheckFactory extends ProviderFactory<UserFlowCheck> {}
