package dev.externaltenants.tenant.document;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.CheckedImage;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The themes, as customers see them. Which apps show them, these say. */
final class ThemeItems implements DocumentItems<DocumentedBrand> {

    static final String SECTION = "themes";
    static final String NAME = "name";

    private final BrandingProvider brands;
    private final RealmModel realm;
    private final DocumentedBrands documented;

    /** @param ready pictures that were checked before */
    ThemeItems(KeycloakSession session, RealmModel realm, Map<GivenPicture, CheckedImage> ready) {
        this.brands = BrandingProvider.of(session);
        this.realm = realm;
        this.documented = new DocumentedBrands(session, realm, ready);
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public Stream<DocumentedBrand> list() {
        return brands.themes(realm).map(documented::of);
    }

    @Override
    public ObjectNode show(DocumentedBrand theme) {
        return JsonNodeFactory.instance.objectNode().put(NAME, theme.name()).setAll(documented.show(theme));
    }

    @Override
    public DocumentedBrand read(ObjectNode shown) {
        ObjectNode brand = shown.deepCopy();
        return documented.read(brand.remove(NAME).textValue(), brand);
    }

    @Override
    public void create(DocumentedBrand wanted) {
        brands.create(realm, wanted.name());
        documented.publish(wanted);
    }

    @Override
    public void replace(DocumentedBrand present, DocumentedBrand wanted) {
        documented.publish(wanted);
    }

    @Override
    public void remove(DocumentedBrand present) {
        brands.delete(realm, present.name());
    }
}
