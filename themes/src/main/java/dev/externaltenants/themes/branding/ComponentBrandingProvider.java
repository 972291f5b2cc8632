package dev.externaltenants.themes.branding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps brands as components of the realm, whose cache, export and removal are Keycloak's, and their files in a table. */
final class ComponentBrandingProvider implements BrandingProvider {

    private final KeycloakSession session;
    private final NodeMemory memory;

    ComponentBrandingProvider(KeycloakSession session, NodeMemory memory) {
        this.session = session;
        this.memory = memory;
    }

    @Override
    public Stream<StoredBrand> themes(RealmModel realm) {
        return new TenantBrands(realm).themes();
    }

    @Override
    public Optional<StoredBrand> find(RealmModel realm, String name) {
        return new TenantBrands(realm).find(name);
    }

    @Override
    public StoredBrand create(RealmModel realm, String name) {
        BrandRules.checkThemeName(name);
        return locked(realm).create(name);
    }

    @Override
    public StoredBrand draft(RealmModel realm, String name, Brand draft) {
        checkRules(draft);
        return locked(realm).draft(name, draft);
    }

    @Override
    public StoredBrand putImage(RealmModel realm, String name, ImageKind kind, CheckedImage image) {
        return locked(realm).putImage(name, kind, image);
    }

    @Override
    public StoredBrand removeImage(RealmModel realm, String name, ImageKind kind) {
        return locked(realm).removeImage(name, kind);
    }

    @Override
    public StoredBrand publish(RealmModel realm, String name) {
        return locked(realm).publish(name);
    }

    @Override
    public StoredBrand publish(RealmModel realm, String name, Brand brand, Map<ImageKind, CheckedImage> images) {
        checkRules(brand);
        return locked(realm).publish(name, brand, images);
    }

    @Override
    public StoredBrand rollBack(RealmModel realm, String name) {
        return locked(realm).rollBack(name);
    }

    @Override
    public void delete(RealmModel realm, String name) {
        LockedBrands brands = locked(realm);
        if (name == null) {
            brands.empty();
        } else {
            brands.delete(name);
        }
    }

    @Override
    public void check(String name, Brand brand) {
        if (name != null) {
            BrandRules.checkThemeName(name);
        }
        checkRules(brand);
    }

    private void checkRules(Brand brand) {
        BrandRules.check(brand, TextOverrideProvider.of(session).languages());
    }

    @Override
    public CheckedImage check(RealmModel realm, ImageKind kind, byte[] file) {
        kind.checkBytes(file);
        return files(realm).picture(kind, file).orElseGet(() -> new UploadedImage(kind, file).checked());
    }

    @Override
    public Map<ImageKind, CheckedImage> pictures(RealmModel realm, StoredBrand brand) {
        Map<ImageKind, CheckedImage> pictures = new EnumMap<>(ImageKind.class);
        brand.shown().pictures().forEach((kind, image) -> files(realm)
                .named(image)
                .ifPresent(file -> pictures.put(kind, new CheckedImage(image, file))));
        return pictures;
    }

    @Override
    public void assign(RealmModel realm, String name, ClientModel app) {
        if (name == null) {
            app.removeAttribute(CLIENT_ATTRIBUTE);
        } else {
            app.setAttribute(
                    CLIENT_ATTRIBUTE, new TenantBrands(realm).require(name).name());
        }
    }

    @Override
    public Stream<ClientModel> apps(RealmModel realm, String name) {
        return new TenantBrands(realm).apps(name);
    }

    @Override
    public Brand shown(RealmModel realm, ClientModel app, String language) {
        return new TenantBrands(realm).shown(app, language);
    }

    @Override
    public Brand drafted(RealmModel realm, String name, String language) {
        return new TenantBrands(realm).drafted(name, language);
    }

    @Override
    public PreviewLink preview(RealmModel realm, String name) {
        return new PreviewLinks(session).issue(realm, new TenantBrands(realm).require(name));
    }

    @Override
    public BrandPreview previewed(RealmModel realm, String token) {
        BrandPreview preview = new PreviewLinks(session).open(realm, token);
        StoredBrand present = new TenantBrands(realm).require(preview.theme());
        if (!Objects.equals(present.id(), preview.themeId())) {
            throw TenantException.notFound("xt_theme_not_found", "The theme of this link was deleted.");
        }
        return preview;
    }

    @Override
    public Optional<BrandFile> stylesheet(RealmModel realm, Brand shown) {
        return files(realm).stylesheet(shown);
    }

    @Override
    public Optional<BrandFile> file(RealmModel realm, String hash) {
        return files(realm).find(hash);
    }

    private LockedBrands locked(RealmModel realm) {
        return LockedBrands.of(session, realm, files(realm));
    }

    private ServedFiles files(RealmModel realm) {
        return new ServedFiles(session, memory, realm);
    }
}
