package dev.externaltenants.tenant.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The tenant's languages are the realm's locales; which there are to choose from, its theme says. */
final class TenantLanguages {

    static final List<String> DEFAULT = List.of("en", "de");

    private static final String LOCALES = "locales";

    private TenantLanguages() {}

    /** Returns those of our theme, of the realm's own, and those that an operator has chosen already. */
    static Set<String> offered(KeycloakSession session, RealmModel realm) {
        return Stream.concat(
                        Stream.of(TenantDefaults.THEME, realm.getLoginTheme())
                                .filter(Objects::nonNull)
                                .distinct()
                                .flatMap(theme -> ofTheme(session, theme)),
                        realm.getSupportedLocalesStream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> of(RealmModel realm) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(realm.getDefaultLocale() == null ? DEFAULT.get(0) : realm.getDefaultLocale());
        if (realm.isInternationalizationEnabled()) {
            realm.getSupportedLocalesStream().sorted().forEach(languages::add);
        }
        return List.copyOf(languages);
    }

    static void apply(RealmModel realm, List<String> languages) {
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.copyOf(languages));
        realm.setDefaultLocale(languages.get(0));
    }

    private static Stream<String> ofTheme(KeycloakSession session, String name) {
        try {
            Theme theme = session.theme().getTheme(name, Theme.Type.LOGIN);
            return Arrays.stream(theme.getProperties().getProperty(LOCALES, "").split(","))
                    .map(String::trim)
                    .filter(tag -> !tag.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("The theme cannot be read: " + name, e);
        }
    }
}
