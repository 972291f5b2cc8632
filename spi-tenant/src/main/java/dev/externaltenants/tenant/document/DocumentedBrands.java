package dev.externaltenants.tenant.document;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    DocumentedBrands(KeycloakSession session, RealmModel realm) {
        this.brands = BrandingProvider.of(session);
        this.realm = realm;
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
        ObjectNode brand = shown.deepCopy();
        JsonNode images = brand.remove(IMAGES);
        return new DocumentedBrand(
                name,
                Json.read(brand.toString(), Brand.class),
                images == null
                        ? brands.find(realm, name)
                                .map(stored -> brands.pictures(realm, stored))
                                .orElse(Map.of())
                        : images(images));
    }

    void publish(DocumentedBrand wanted) {
        brands.publish(realm, wanted.name(), wanted.brand(), wanted.images());
    }

    private Map<ImageKind, CheckedImage> images(JsonNode given) {
        if (!given.isObject()) {
            throw TenantException.invalid("xt_invalid_value", IMAGES, "Send an object.");
        }
        Map<ImageKind, CheckedImage> images = new EnumMap<>(ImageKind.class);
        given.properties().forEach(image -> {
            ImageKind kind = ImageKind.named(image.getKey())
                    .orElseThrow(() -> TenantException.invalid(
                            "xt_unknown_field", IMAGES + "." + image.getKey(), "There is no image of this kind."));
            try {
                images.put(kind, brands.check(kind, file(kind, image.getValue())));
            } catch (TenantException refused) {
                throw refused.at(IMAGES);
            }
        });
        return images;
    }

    private static byte[] file(ImageKind kind, JsonNode content) {
        try {
            if (content.isTextual()) {
                return Base64.getDecoder().decode(content.textValue());
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw TenantException.invalid("xt_invalid_value", kind.key(), "The file in base64.");
    }
}
