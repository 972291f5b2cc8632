package dev.externaltenants.claimsextension.listener;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link AuthenticationEventListenerProvider}s. */
public interface AuthenticationEventListenerProviderFactory
        extends ProviderFactory<AuthenticationEventListenerProvider> {}
