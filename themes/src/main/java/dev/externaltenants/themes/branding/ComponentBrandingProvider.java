package dev.externaltenants.themes.branding;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

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
        KeycloakCompat.of(session).lockConfiguration(realm);
        StoredBrand created = StoredBrand.named(name).withDraft(Brand.NEUTRAL);
        store(realm, created);
        return created;
    }

    @Override
    public StoredBrand draft(RealmModel realm, String name, Brand draft) {
        checkRules(draft);
        return change(realm, name, stored -> {
            BrandRules.checkImages(stored, draft);
            return stored.withDraft(
                    draft.images() == null ? draft.withImages(stored.draft().pictures()) : draft);
        });
    }

    @Override
    public StoredBrand putImage(RealmModel realm, String name, ImageKind kind, CheckedImage image) {
        return change(realm, name, stored -> {
            files(realm).put(image.file());
            return stored.withDraft(withImage(stored.draft(), kind, image.image()));
        });
    }

    @Override
    public StoredBrand removeImage(RealmModel realm, String name, ImageKind kind) {
        return change(realm, name, stored -> {
            if (!stored.draft().pictures().containsKey(kind)) {
                throw TenantException.notFound("xt_branding_image_not_found", "The draft has no such image.");
            }
            return stored.withDraft(withImage(stored.draft(), kind, null));
        });
    }

    private static Brand withImage(Brand draft, ImageKind kind, BrandImage image) {
        Map<ImageKind, BrandImage> images = new EnumMap<>(ImageKind.class);
        images.putAll(draft.pictures());
        images.remove(kind);
        if (image != null) {
            images.put(kind, image);
        }
        return draft.withImages(images);
    }

    @Override
    public StoredBrand publish(RealmModel realm, String name) {
        return show(realm, name, stored -> shows(stored.draft(), stored));
    }

    @Override
    public StoredBrand publish(RealmModel realm, String name, Brand brand, Map<ImageKind, CheckedImage> images) {
        checkRules(brand);
        Map<ImageKind, BrandImage> shown = new EnumMap<>(ImageKind.class);
        images.forEach((kind, checked) -> shown.put(kind, checked.image()));
        Brand next = brand.withImages(shown);
        return show(realm, name, stored -> {
            images.values().forEach(checked -> files(realm).put(checked.file()));
            StoredBrand published = shows(next, stored);
            return stored.hasOwnDraft() ? published : published.withDraft(next);
        });
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
    public StoredBrand rollBack(RealmModel realm, String name) {
        return show(realm, name, stored -> Optional.ofNullable(stored.previous())
                .map(previous -> shows(previous, stored))
                .orElseThrow(() -> TenantException.conflict(
                        "xt_branding_no_previous", null, "Nothing was published before what is published now.")));
    }

    private static StoredBrand shows(Brand next, StoredBrand stored) {
        return stored.withPublished(next, Time.currentTimeMillis());
    }

    private StoredBrand show(RealmModel realm, String name, UnaryOperator<StoredBrand> step) {
        StoredBrand changed = change(realm, name, stored -> {
            StoredBrand next = step.apply(stored);
            files(realm).keepForOpenPages(stored);
            return next;
        });
        files(realm).keepStylesheets();
        return changed;
    }

    private StoredBrand change(RealmModel realm, String name, UnaryOperator<StoredBrand> change) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        StoredBrand changed = change.apply(new TenantBrands(realm).require(name));
        store(realm, changed);
        return changed;
    }

    private void store(RealmModel realm, StoredBrand brand) {
        Optional<ComponentModel> present = brand.version() == 1 && brand.name() != null
                ? Optional.empty()
                : BrandComponent.find(realm, brand.name());
        if (present.isPresent()) {
            ComponentModel changed = new ComponentModel(present.get());
            BrandComponent.write(brand, changed);
            realm.updateComponent(changed);
        } else {
            ComponentModel model = new ComponentModel();
            model.setId(brand.id() == null ? KeycloakModelUtils.generateId() : brand.id());
            model.setParentId(realm.getId());
            BrandComponent.write(brand, model);
            // The factory asks the rules, which realm import passes, too.
            realm.addComponentModel(model);
        }
    }

    @Override
    public void delete(RealmModel realm, String name) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        StoredBrand brand = new TenantBrands(realm).require(name);
        files(realm).keepForOpenPages(brand);
        if (name == null) {
            store(realm, brand.withDraft(Brand.NEUTRAL).withPublished(Brand.NEUTRAL, Time.currentTimeMillis()));
            // Of themes, which fell back to it.
            files(realm).keepStylesheets();
            return;
        }
        apps(realm, name).toList().forEach(app -> app.removeAttribute(CLIENT_ATTRIBUTE));
        BrandComponent.find(realm, name).ifPresent(realm::removeComponent);
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
        // Keycloak searches clients only by attributes that its start options name; administration can afford the walk.
        return realm.getClientsStream()
                .filter(app -> name.equals(app.getAttribute(CLIENT_ATTRIBUTE)))
                .sorted(Comparator.comparing(ClientModel::getClientId));
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

    private ServedFiles files(RealmModel realm) {
        return new ServedFiles(session, memory, realm);
    }
}
