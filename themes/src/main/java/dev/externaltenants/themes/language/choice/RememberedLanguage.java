package dev.externaltenants.themes.language.choice;

import java.util.Locale;
import java.util.function.Consumer;

import dev.externaltenants.themes.language.SpokenLanguages;
import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Remembers the language that a customer chose, if it is one of the tenant's. Keycloak writes whatever {@code kc_locale}
 * says into its cookie and into the account (DefaultLocaleUpdaterProvider of 26.7.4), a line end as well, which no cookie can
 * have.
 */
final class RememberedLanguage implements LocaleUpdaterProvider {

    private final KeycloakSession session;
    private final LocaleUpdaterProvider keycloaks;

    RememberedLanguage(KeycloakSession session, LocaleUpdaterProvider keycloaks) {
        this.session = session;
        this.keycloaks = keycloaks;
    }

    @Override
    public void updateUsersLocale(UserModel user, String locale) {
        ifOffered(locale, offered -> keycloaks.updateUsersLocale(user, offered));
    }

    @Override
    public void updateLocaleCookie(String locale) {
        ifOffered(locale, keycloaks::updateLocaleCookie);
    }

    private void ifOffered(String locale, Consumer<String> remember) {
        RealmModel realm = session.getContext().getRealm();
        if (!TenantRealm.is(realm)) {
            remember.accept(locale);
            return;
        }
        SpokenLanguages.of(realm.getSupportedLocalesStream())
                .closest(locale)
                .map(Locale::toLanguageTag)
                .ifPresent(remember);
    }

    @Override
    public void expireLocaleCookie() {
        keycloaks.expireLocaleCookie();
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
