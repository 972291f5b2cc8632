package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The tenant's own brand, as customers see it. */
final class BrandingSection implements DocumentSection {

    static final String NAME = "branding";

    private final BrandingProvider brands;
    private final RealmModel realm;
    private final DocumentedBrands documented;

    /** @param ready pictures that were checked before */
    BrandingSection(KeycloakSession session, RealmModel realm, Map<GivenPicture, CheckedImage> ready) {
        this.brands = BrandingProvider.of(session);
        this.realm = realm;
        this.documented = new DocumentedBrands(session, realm, ready);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ObjectNode read() {
        return documented.show(documented.of(brands.find(realm, null).orElseThrow()));
    }

    @Override
    public List<DocumentChange> put(JsonNode wanted) {
        if (!(wanted instanceof ObjectNode shown)) {
            throw TenantException.invalid("xt_invalid_value", NAME, "Send an object.");
        }
        try {
            DocumentedBrand brand = documented.read(null, shown);
            // To publish what is shown already would leave nothing to roll back to.
            if (!documented.show(brand).equals(read())) {
                documented.publish(brand);
            }
        } catch (TenantException refused) {
            throw refused.at(NAME);
        }
        return List.of();
    }

    @Override
    public void prune(JsonNode wanted) {
        // a tenant always has its own brand
    }
}
