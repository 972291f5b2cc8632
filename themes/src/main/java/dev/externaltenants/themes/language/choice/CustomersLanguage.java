package dev.externaltenants.themes.language.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import dev.externaltenants.themes.language.SpokenLanguages;
import dev.externaltenants.userflow.TenantRealm;
import org.jboss.logging.Logger;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Chooses the language of pages and mails. What counts more than what is Keycloak's (DefaultLocaleSelectorProvider of
 * 26.7.4); a tenant's customers besides get {@code mkt} of the app's request, as at Microsoft, and the closest of the
 * tenant's languages.
 */
final class CustomersLanguage implements LocaleSelectorProvider {

    /** Keycloak keeps request parameters that it does not know under this prefix. */
    private static final String MARKET = AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "mkt";

    /** Nobody speaks more; whoever sends thousands would have each compared with each of the tenant's. */
    private static final int MOST_WISHES = 20;

    private static final Logger LOG = Logger.getLogger(CustomersLanguage.class);

    private final KeycloakSession session;
    private final LocaleSelectorProvider keycloaks;

    CustomersLanguage(KeycloakSession session, LocaleSelectorProvider keycloaks) {
        this.session = session;
        this.keycloaks = keycloaks;
    }

    @Override
    public Locale resolveLocale(RealmModel realm, UserModel user) {
        return resolveLocale(realm, user, false);
    }

    @Override
    public Locale resolveLocale(RealmModel realm, UserModel user, boolean ignoreAcceptLanguageHeader) {
        if (!realm.isInternationalizationEnabled() || !TenantRealm.is(realm)) {
            return keycloaks.resolveLocale(realm, user, ignoreAcceptLanguageHeader);
        }
        SpokenLanguages spoken = SpokenLanguages.of(realm.getSupportedLocalesStream());
        return wishes(user, ignoreAcceptLanguageHeader)
                .flatMap(tag -> spoken.closest(tag).stream())
                .findFirst()
                // What the browser says was asked, and may be what no parser takes.
                .orElseGet(() -> keycloaks.resolveLocale(realm, user, true));
    }

    /** What was asked for, and by whom: the one that counts most comes first. */
    private Stream<String> wishes(UserModel user, boolean ignoreAcceptLanguageHeader) {
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        return Stream.<Supplier<Stream<String>>>of(
                        () -> fromMenu(signIn),
                        () -> Stream.ofNullable(user).map(known -> known.getFirstAttribute(UserModel.LOCALE)),
                        () -> fromApp(signIn),
                        () -> headers().stream().map(any -> remembered()),
                        () -> ignoreAcceptLanguageHeader ? Stream.empty() : fromBrowser())
                .flatMap(Supplier::get)
                .filter(tag -> tag != null)
                .limit(MOST_WISHES);
    }

    /** Chosen in the menu during this sign-in, or on a page of none. */
    private Stream<String> fromMenu(AuthenticationSessionModel signIn) {
        return Stream.ofNullable(
                signIn == null
                        ? session.getAttribute(USER_REQUEST_LOCALE, String.class)
                        : signIn.getAuthNote(USER_REQUEST_LOCALE));
    }

    private static Stream<String> fromApp(AuthenticationSessionModel signIn) {
        return Stream.ofNullable(signIn)
                .flatMap(known -> Stream.of(CLIENT_REQUEST_LOCALE, MARKET).map(known::getClientNote))
                .flatMap(Stream::ofNullable)
                .flatMap(tags -> Stream.of(tags.split(" ", -1)));
    }

    private String remembered() {
        return session.getProvider(CookieProvider.class).get(CookieType.LOCALE);
    }

    /** No wish is read from a header that is none of HTTP, on the page of an error as on any other. */
    private Stream<String> fromBrowser() {
        try {
            return headers().map(HttpHeaders::getAcceptableLanguages).orElse(List.of()).stream()
                    .map(Locale::toLanguageTag);
        } catch (WebApplicationException malformed) {
            LOG.debugf("Accept-Language cannot be read: %s", malformed.getMessage());
            return Stream.empty();
        }
    }

    /** Nothing where no browser is asking, as in mails of tasks. */
    private Optional<HttpHeaders> headers() {
        try {
            return Optional.ofNullable(session.getContext().getHttpRequest().getHttpHeaders());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
