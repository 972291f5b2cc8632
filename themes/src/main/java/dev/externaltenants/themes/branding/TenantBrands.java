package dev.externaltenants.themes.branding;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.AdminConsole;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * A tenant's brands as they are stored, and what each shows over the one that it falls back to. Nothing but {@link #apps}
 * needs SQL.
 */
record TenantBrands(RealmModel realm) {

    /** Ordered by name. */
    Stream<StoredBrand> themes() {
        return BrandComponent.all(realm)
                .map(BrandComponent::read)
                .filter(brand -> brand.name() != null)
                .sorted(Comparator.comparing(StoredBrand::name));
    }

    /** @param name null for the tenant's own brand, which is always there */
    Optional<StoredBrand> find(String name) {
        Optional<StoredBrand> stored = BrandComponent.find(realm, name)
                .map(BrandComponent::read)
                // The tenant's own brand has a name in the store that no theme answers to.
                .filter(brand -> Objects.equals(brand.name(), name));
        return name == null ? stored.or(() -> Optional.of(StoredBrand.named(null))) : stored;
    }

    /** @throws TenantException {@code xt_theme_not_found} */
    StoredBrand require(String name) {
        return find(name)
                .orElseThrow(() -> TenantException.notFound("xt_theme_not_found", "There is no theme of this name."));
    }

    /** Returns the apps that show the theme, ordered by client id. */
    Stream<ClientModel> apps(String theme) {
        // Keycloak searches clients only by attributes that its start options name; administration can afford the walk.
        return realm.getClientsStream()
                .filter(app -> theme.equals(app.getAttribute(BrandingProvider.CLIENT_ATTRIBUTE)))
                .sorted(Comparator.comparing(ClientModel::getClientId));
    }

    /** Of the administrators' console its look alone. */
    Brand shown(ClientModel app, String language) {
        String theme = app == null ? null : app.getAttribute(BrandingProvider.CLIENT_ATTRIBUTE);
        Brand ofTheme = theme == null
                ? Brand.NEUTRAL
                : find(theme).map(StoredBrand::shown).orElse(Brand.NEUTRAL);
        Brand shown = ofTheme.orElse(ofTenant(), language);
        return AdminConsole.is(app) ? shown.withoutWords() : shown;
    }

    Brand drafted(String name, String language) {
        Brand fallback = name == null ? Brand.NEUTRAL : ofTenant();
        return require(name).draft().orElse(fallback, language);
    }

    /** Every brand as customers see it now, also what they see without a theme. */
    Stream<Brand> allShown() {
        Brand ofTenant = ofTenant();
        return Stream.concat(Stream.of(Brand.NEUTRAL), themes().map(StoredBrand::shown))
                .map(shown -> shown.orElse(ofTenant, ""));
    }

    /** Every brand as its preview shows it now. */
    Stream<Brand> allDrafted() {
        Brand ofTenant = ofTenant();
        return Stream.concat(
                Stream.of(require(null).draft().orElse(Brand.NEUTRAL, "")),
                themes().map(theme -> theme.draft().orElse(ofTenant, "")));
    }

    /** Returns every picture of every state of every brand. */
    Stream<BrandImage> images() {
        return BrandComponent.all(realm).map(BrandComponent::read).flatMap(StoredBrand::allImages);
    }

    /** Returns every picture of this kind of every state of every brand. */
    Stream<BrandImage> images(ImageKind kind) {
        return BrandComponent.all(realm).map(BrandComponent::read).flatMap(brand -> brand.images(kind));
    }

    private Brand ofTenant() {
        return require(null).shown();
    }
}
