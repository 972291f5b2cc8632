package dev.externaltenants.tenant.apps;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.StoredBrand;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which apps show which of the tenant's themes: an app whose theme is gone, as after an import of the client, shows the
 * tenant's own brand.
 */
public final class AppThemes {

    private final Predicate<String> isThere;

    private AppThemes(Predicate<String> isThere) {
        this.isThere = isThere;
    }

    /** Returns them to be asked about many apps, by one look at the themes as they are now. */
    public static AppThemes ofMany(KeycloakSession session, RealmModel realm) {
        Set<String> names = BrandingProvider.of(session)
                .themes(realm)
                .map(StoredBrand::name)
                .collect(Collectors.toSet());
        return new AppThemes(names::contains);
    }

    /** Returns them to be asked about one app, by a look at its own theme. */
    public static AppThemes ofOne(KeycloakSession session, RealmModel realm) {
        return new AppThemes(
                name -> BrandingProvider.of(session).find(realm, name).isPresent());
    }

    /** Returns the name of the theme, or nothing where customers see the tenant's own brand. */
    public Optional<String> shownBy(ClientModel app) {
        return Optional.ofNullable(app.getAttribute(BrandingProvider.CLIENT_ATTRIBUTE))
                .filter(isThere);
    }
}
