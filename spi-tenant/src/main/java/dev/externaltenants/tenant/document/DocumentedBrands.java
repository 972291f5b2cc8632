package dev.externaltenants.tenant.document;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.themes.branding.ImageKind;
import dev.externaltenants.themes.branding.StoredBrand;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Brands with their pictures in them, in base64, so that another tenant looks the same by the document alone. */
final class DocumentedBrands {

    private static final String IMAGES = "images";
    private static final List<String> SHOWN_IF_FILLED = List.of("texts", "localizations");

    private final BrandingProvider brands;
    private final RealmModel realm;
    private final Map<GivenPicture, CheckedImage> ready;

    /** @param ready pictures that were checked before */
    DocumentedBrands(KeycloakSession session, RealmModel realm, Map<GivenPicture, CheckedImage> ready) {
        this.brands = BrandingProvider.of(session);
        this.realm = realm;
        this.ready = ready;
    }

    /** Returns what customers see. */
    DocumentedBrand of(StoredBrand stored) {
        return new DocumentedBrand(stored.name(), stored.shown(), brands.pictures(realm, stored));
    }

    /** Returns the brand without its name. */
    ObjectNode show(DocumentedBrand brand) {
        ObjectNode shown = Json.object(brand.brand());
        SHOWN_IF_FILLED.stream().filter(field -> shown.path(field).isEmpty()).forEach(shown::remove);
        ObjectNode images = shown.putObject(IMAGES);
        brand.images()
                .forEach((kind, image) -> images.put(
                        kind.key(),
                        Base64.getEncoder().encodeToString(image.file().content())));
        return shown;
    }

    /**
     * Reads a brand; its images, where it says nothing of them, are those that customers see.
     *
     * @param shown without its name
     */
    DocumentedBrand read(String name, ObjectNode shown) {
        return new DocumentedBrand(
                name,
                withoutPictures(shown),
                shown.has(IMAGES)
                        ? pictures(shown)
                        : brands.find(realm, name)
                                .map(stored -> brands.pictures(realm, stored))
                                .orElse(Map.of()));
    }

    /** @param shown without its name */
    Brand withoutPictures(ObjectNode shown) {
        ObjectNode brand = shown.deepCopy();
        brand.remove(IMAGES);
        return Json.read(brand.toString(), Brand.class);
    }

    void publish(DocumentedBrand wanted) {
        brands.publish(realm, wanted.name(), wanted.brand(), wanted.images());
    }

    private Map<ImageKind, CheckedImage> pictures(ObjectNode shown) {
        Map<ImageKind, CheckedImage> pictures = new EnumMap<>(ImageKind.class);
        eachPicture(shown, picture -> pictures.put(picture.kind(), image(picture)));
        return pictures;
    }

    private CheckedImage image(GivenPicture picture) {
        CheckedImage ready = this.ready.get(picture);
        return ready == null ? brands.check(realm, picture.kind(), picture.file()) : ready;
    }

    /** Goes through the pictures of a brand, whose refusals get the path from the brand on. */
    void eachPicture(ObjectNode shown, Consumer<GivenPicture> work) {
        JsonNode given = shown.path(IMAGES);
        if (given.isMissingNode()) {
            return;
        }
        if (!given.isObject()) {
            throw TenantException.invalid("xt_invalid_value", IMAGES, "Send an object.");
        }
        try {
            given.properties().forEach(image -> work.accept(GivenPicture.of(image.getKey(), image.getValue())));
        } catch (TenantException refused) {
            throw refused.at(IMAGES);
        }
    }
}
