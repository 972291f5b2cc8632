package dev.externaltenants.tenant.document;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link SectionedDocumentProvider}s. */
public final class SectionedDocumentProviderFactory implements TenantDocumentProviderFactory {

    @Override
    public TenantDocumentProvider create(KeycloakSession session) {
        return new SectionedDocumentProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return "xt-sections";
    }
}
