package dev.externaltenants.tenant;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link TenantProvider}s. */
public interface TenantProviderFactory extends ProviderFactory<TenantProvider> {}
