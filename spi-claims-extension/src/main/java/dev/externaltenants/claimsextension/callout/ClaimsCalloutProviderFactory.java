package dev.externaltenants.claimsextension.callout;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link ClaimsCalloutProvider}s. */
public interface ClaimsCalloutProviderFactory extends ProviderFactory<ClaimsCalloutProvider> {}
