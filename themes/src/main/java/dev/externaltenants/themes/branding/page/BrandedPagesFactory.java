package dev.externaltenants.themes.branding.page;

import dev.externaltenants.themes.branding.ComputedCache;
import dev.externaltenants.themes.branding.SafeMarkdown;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's own pages under their id, so that it also wins where a server names the id. */
public final class BrandedPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    private static final int BEFORE_KEYCLOAKS = 10;

    /** Of all tenants and languages; each takes a few kilobytes at most. */
    private static final int MOST_TEXTS = 1000;

    private final ComputedCache<String, String> markdown = new ComputedCache<>(MOST_TEXTS, SafeMarkdown::html);

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new BrandedPages(session, markdown::of);
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
