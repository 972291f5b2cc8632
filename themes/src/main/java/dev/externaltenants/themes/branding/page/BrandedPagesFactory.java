package dev.externaltenants.themes.branding.page;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's own pages under their id, so that it also wins where a server names the id. */
public final class BrandedPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    private static final int BEFORE_KEYCLOAKS = 10;

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new BrandedPages(session);
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
