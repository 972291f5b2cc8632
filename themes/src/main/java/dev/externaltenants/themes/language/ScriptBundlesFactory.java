package dev.externaltenants.themes.language;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/** Makes our texts known to Keycloak for the languages whose bundles it does not find. */
public final class ScriptBundlesFactory implements ThemeResourceProviderFactory {

    private static final String ID = "xt-script-bundles";

    private final ThemeResourceProvider bundles = new ScriptBundles();

    @Override
    public ThemeResourceProvider create(KeycloakSession session) {
        return bundles;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs no other provider.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
