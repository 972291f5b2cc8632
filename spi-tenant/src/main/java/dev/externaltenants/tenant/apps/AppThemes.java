package dev.externaltenants.tenant.apps;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.StoredBrand;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which apps show which of the tenant's themes, as it is at the moment.
 *
 * @param names of the themes
 */
public record AppThemes(Set<String> names) {

    public static AppThemes of(KeycloakSession session, RealmModel realm) {
        return new AppThemes(BrandingProvider.of(session)
                .themes(realm)
                .map(StoredBrand::name)
                .collect(Collectors.toSet()));
    }

    /**
     * Returns the name of the app's theme, or nothing where its customers see the tenant's own brand: a name that no theme
     * has any more, as after an import of the client, shows that.
     */
    public Optional<String> of(ClientModel app) {
        return Optional.ofNullable(app.getAttribute(BrandingProvider.CLIENT_ATTRIBUTE))
                .filter(names::contains);
    }
}
