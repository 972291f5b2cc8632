package dev.externaltenants.themes.language.choice;

import org.keycloak.locale.DefaultLocaleUpdaterProvider;
import org.keycloak.locale.DefaultLocaleUpdaterProviderFactory;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's own under its id, so that it also wins where a server names the id. */
public final class RememberedLanguageFactory extends DefaultLocaleUpdaterProviderFactory {

    private static final int BEFORE_KEYCLOAKS = 10;

    @Override
    public LocaleUpdaterProvider create(KeycloakSession session) {
        return new RememberedLanguage(session, new DefaultLocaleUpdaterProvider(session));
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
