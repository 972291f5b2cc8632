package dev.externaltenants.tenant.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes the pictures of a document ready to be shown, which takes seconds of many large ones. So what is quickly seen to be
 * wrong with its brands is refused before, and nobody waits for it.
 */
final class GivenPictures {

    private final BrandingProvider brands;
    private final RealmModel realm;
    private final DocumentedBrands documented;

    GivenPictures(KeycloakSession session, RealmModel realm) {
        this.brands = BrandingProvider.of(session);
        this.realm = realm;
        this.documented = new DocumentedBrands(session, realm, Map.of());
    }

    /** @param name of the theme, or null of the tenant's own brand */
    private record Given(String path, String name, ObjectNode brand) {}

    /** @throws TenantException what is wrong with a brand or a picture, with the path in the document */
    Map<GivenPicture, CheckedImage> ready(ObjectNode document) {
        List<Given> given = given(document);
        given.forEach(one -> within(one.path(), () -> checkQuickly(one)));
        Map<GivenPicture, CheckedImage> ready = new HashMap<>();
        given.forEach(one -> within(
                one.path(),
                () -> documented.eachPicture(one.brand(), picture -> ready.computeIfAbsent(picture, this::checked))));
        return ready;
    }

    /** Returns the brands that are such at all; what is none, the sections refuse. */
    private static List<Given> given(ObjectNode document) {
        List<Given> given = new ArrayList<>();
        if (document.get(BrandingSection.NAME) instanceof ObjectNode brand) {
            given.add(new Given(BrandingSection.NAME, null, brand));
        }
        JsonNode themes = document.path(ThemeItems.SECTION);
        if (themes.isArray()) {
            within(ThemeItems.SECTION, () -> BrandingProvider.checkThemeLimit(themes.size()));
        }
        for (int i = 0; themes.isArray() && i < themes.size(); i++) {
            if (themes.get(i) instanceof ObjectNode theme
                    && theme.path(ThemeItems.NAME).isTextual()) {
                ObjectNode brand = theme.deepCopy();
                String name = brand.remove(ThemeItems.NAME).textValue();
                given.add(new Given(ThemeItems.SECTION + "[" + i + "]", name, brand));
            }
        }
        return given;
    }

    private void checkQuickly(Given given) {
        brands.check(given.name(), documented.withoutPictures(given.brand()));
        documented.eachPicture(given.brand(), GivenPicture::file);
    }

    private CheckedImage checked(GivenPicture picture) {
        return brands.check(realm, picture.kind(), picture.file());
    }

    private static void within(String path, Runnable work) {
        try {
            work.run();
        } catch (TenantException refused) {
            throw refused.at(path);
        }
    }
}
