package dev.externaltenants.themes.branding.preview;

import java.util.Locale;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The language that a preview speaks: one that the tenant offers. */
final class PreviewLanguage {

    private final KeycloakSession session;

    PreviewLanguage(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Makes pages speak it, for this request only: a customer's choice would be kept in a cookie.
     *
     * @param tag null for the language that a customer with this browser gets
     * @throws TenantException {@code xt_language_not_found}
     */
    void speak(String tag) {
        if (tag == null) {
            return;
        }
        if (offered(session.getContext().getRealm()).noneMatch(tag::equals)) {
            throw TenantException.notFound("xt_language_not_found", "The tenant does not offer this language.");
        }
        session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, tag);
    }

    private static Stream<String> offered(RealmModel realm) {
        return realm.isInternationalizationEnabled()
                ? realm.getSupportedLocalesStream()
                : Stream.of(Locale.ENGLISH.toLanguageTag());
    }
}
