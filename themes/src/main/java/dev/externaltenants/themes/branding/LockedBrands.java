package dev.externaltenants.themes.branding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes a tenant's brands while nobody else writes its configuration; what they say is checked already. */
final class LockedBrands {

    private final RealmModel realm;
    private final TenantBrands brands;
    private final ServedFiles files;

    private LockedBrands(RealmModel realm, ServedFiles files) {
        this.realm = realm;
        this.brands = new TenantBrands(realm);
        this.files = files;
    }

    /** Returns them once other writers are done; who comes next waits for the end of this transaction. */
    static LockedBrands of(KeycloakSession session, RealmModel realm, ServedFiles files) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        return new LockedBrands(realm, files);
    }

    /** @throws TenantException {@code xt_theme_limit_reached}, {@code xt_theme_name_taken} */
    StoredBrand create(String name) {
        StoredBrand created = StoredBrand.named(name).withDraft(Brand.NEUTRAL);
        add(created);
        return created;
    }

    /** @throws TenantException {@code xt_theme_not_found}, {@code xt_branding_image_unknown} */
    StoredBrand draft(String name, Brand draft) {
        return change(name, stored -> {
            BrandRules.checkImages(stored, draft);
            return stored.withDraft(
                    draft.images() == null ? draft.withImages(stored.draft().pictures()) : draft);
        });
    }

    /** @throws TenantException {@code xt_theme_not_found} */
    StoredBrand putImage(String name, ImageKind kind, CheckedImage image) {
        return change(name, stored -> {
            files.put(image.file());
            return stored.withDraft(withImage(stored.draft(), kind, image.image()));
        });
    }

    /** @throws TenantException {@code xt_theme_not_found}, {@code xt_branding_image_not_found} */
    StoredBrand removeImage(String name, ImageKind kind) {
        return change(name, stored -> {
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

    /** @throws TenantException {@code xt_theme_not_found} */
    StoredBrand publish(String name) {
        return show(name, stored -> shows(stored.draft(), stored));
    }

    /** @throws TenantException {@code xt_theme_not_found} */
    StoredBrand publish(String name, Brand brand, Map<ImageKind, CheckedImage> images) {
        Map<ImageKind, BrandImage> shown = new EnumMap<>(ImageKind.class);
        images.forEach((kind, checked) -> shown.put(kind, checked.image()));
        Brand next = brand.withImages(shown);
        return show(name, stored -> {
            images.values().forEach(checked -> files.put(checked.file()));
            StoredBrand published = shows(next, stored);
            return stored.hasOwnDraft() ? published : published.withDraft(next);
        });
    }

    /** @throws TenantException {@code xt_theme_not_found}, {@code xt_branding_no_previous} */
    StoredBrand rollBack(String name) {
        return show(name, stored -> Optional.ofNullable(stored.previous())
                .map(previous -> shows(previous, stored))
                .orElseThrow(() -> TenantException.conflict(
                        "xt_branding_no_previous", null, "Nothing was published before what is published now.")));
    }

    /** Says nothing any more as the tenant's own brand, which never goes. */
    void empty() {
        show(null, stored -> shows(Brand.NEUTRAL, stored.withDraft(Brand.NEUTRAL)));
    }

    /** @throws TenantException {@code xt_theme_not_found} */
    void delete(String theme) {
        files.keepForOpenPages(brands.require(theme));
        brands.apps(theme).toList().forEach(app -> app.removeAttribute(BrandingProvider.CLIENT_ATTRIBUTE));
        BrandComponent.find(realm, theme).ifPresent(realm::removeComponent);
    }

    private static StoredBrand shows(Brand next, StoredBrand stored) {
        return stored.withPublished(next, Time.currentTimeMillis());
    }

    private StoredBrand show(String name, UnaryOperator<StoredBrand> step) {
        StoredBrand changed = change(name, stored -> {
            StoredBrand next = step.apply(stored);
            files.keepForOpenPages(stored);
            return next;
        });
        // Of themes, too, which fall back to the tenant's own brand.
        files.keepStylesheets();
        return changed;
    }

    private StoredBrand change(String name, UnaryOperator<StoredBrand> step) {
        StoredBrand changed = step.apply(brands.require(name));
        BrandComponent.find(realm, name).ifPresentOrElse(present -> update(present, changed), () -> add(changed));
        return changed;
    }

    private void update(ComponentModel present, StoredBrand brand) {
        ComponentModel changed = new ComponentModel(present);
        BrandComponent.write(brand, changed);
        realm.updateComponent(changed);
    }

    private void add(StoredBrand brand) {
        ComponentModel model = new ComponentModel();
        model.setId(brand.id() == null ? KeycloakModelUtils.generateId() : brand.id());
        model.setParentId(realm.getId());
        BrandComponent.write(brand, model);
        // The factory asks the rules, which realm import passes, too.
        realm.addComponentModel(model);
    }
}
