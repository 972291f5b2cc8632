package dev.externaltenants.themes.language.choice;

import org.keycloak.locale.DefaultLocaleSelectorProvider;
import org.keycloak.locale.DefaultLocaleSelectorProviderFactory;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's own choice under its id, so that it also wins where a server names the id. */
public final class CustomersLanguageFactory extends DefaultLocaleSelectorProviderFactory {

    private static final int BEFORE_KEYCLOAKS = 10;

    @Override
    public LocaleSelectorProvider create(KeycloakSession session) {
        return new CustomersLanguage(session, new DefaultLocaleSelectorProvider(session));
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
