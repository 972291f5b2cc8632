package dev.externaltenants.themes.branding.page;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProviderFactory;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.theme.freemarker.FreeMarkerProviderFactory;

/** Stands in for Keycloak's own templates under their id, so that it also wins where a server names the id. */
public final class BrandedTemplatesFactory implements FreeMarkerProviderFactory {

    private static final int BEFORE_KEYCLOAKS = 10;

    private final DefaultFreeMarkerProviderFactory keycloaks = new DefaultFreeMarkerProviderFactory();

    @Override
    public FreeMarkerProvider create(KeycloakSession session) {
        return new BrandedTemplates(session, keycloaks.create(session));
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }

    @Override
    public void init(Config.Scope config) {
        keycloaks.init(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        keycloaks.postInit(factory);
    }

    @Override
    public void close() {
        keycloaks.close();
    }

    @Override
    public String getId() {
        return keycloaks.getId();
    }
}
