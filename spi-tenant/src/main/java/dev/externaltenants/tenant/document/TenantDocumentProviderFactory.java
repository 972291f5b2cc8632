package dev.externaltenants.tenant.document;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link TenantDocumentProvider}s. */
public interface TenantDocumentProviderFactory extends ProviderFactory<TenantDocumentProvider> {}
