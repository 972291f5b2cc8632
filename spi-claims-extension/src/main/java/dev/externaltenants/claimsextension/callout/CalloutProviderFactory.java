package dev.externaltenants.claimsextension.callout;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CalloutProvider}s. */
public interface CalloutProviderFactory extends ProviderFactory<CalloutProvider> {}
