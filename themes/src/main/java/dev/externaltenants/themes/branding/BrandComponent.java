package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** A brand as a Keycloak component: its states as JSON. */
final class BrandComponent {

    static final String PROVIDER_TYPE = BrandingProvider.class.getName();

    /** The component's name of the tenant's own brand; no theme can have it. */
    static final String DEFAULT_NAME = "Default theme";

    private static final String PARSED = "xt.brand.parsed";
    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";
    private static final String PREVIOUS = "previous";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String VERSION = "version";
    private static final List<String> KEYS = List.of(DRAFT, PUBLISHED, PREVIOUS, PUBLISHED_AT, VERSION);

    private BrandComponent() {}

    /** Declares every key: Keycloak's partial export leaves out what a component's factory does not declare. */
    static List<ProviderConfigProperty> properties() {
        return KEYS.stream()
                .map(key -> new ProviderConfigProperty(key, key, null, ProviderConfigProperty.STRING_TYPE, null))
                .toList();
    }

    static Stream<ComponentModel> all(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), PROVIDER_TYPE);
    }

    /** @param name null for the tenant's own brand */
    static Optional<ComponentModel> find(RealmModel realm, String name) {
        String wanted = name == null ? DEFAULT_NAME : name;
        return all(realm).filter(model -> wanted.equals(model.getName())).findFirst();
    }

    /** Reads the brand; the parsed form stays on the model, which the realm cache keeps until the component changes. */
    static StoredBrand read(ComponentModel model) {
        StoredBrand parsed = model.getNote(PARSED);
        if (parsed == null) {
            parsed = parse(model);
            model.setNote(PARSED, parsed);
        }
        return parsed;
    }

    static StoredBrand parse(ComponentModel model) {
        model.getConfig().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw TenantException.invalid("xt_unknown_field", key, "There is no field " + key + ".");
                });
        Brand draft = brand(model, DRAFT);
        boolean isTheme = !DEFAULT_NAME.equals(model.getName());
        return new StoredBrand(
                isTheme ? model.getId() : null,
                isTheme ? model.getName() : null,
                draft == null ? Brand.NEUTRAL : draft,
                brand(model, PUBLISHED),
                brand(model, PREVIOUS),
                number(model, PUBLISHED_AT),
                Optional.ofNullable(number(model, VERSION)).orElse(1L));
    }

    /** Writes the brand over the model's name and configuration. */
    static void write(StoredBrand brand, ComponentModel model) {
        model.setProviderType(PROVIDER_TYPE);
        model.setProviderId(ComponentBrandingProviderFactory.ID);
        model.setName(brand.name() == null ? DEFAULT_NAME : brand.name());
        model.setConfig(new MultivaluedHashMap<>());
        put(model, DRAFT, brand.draft());
        put(model, PUBLISHED, brand.published());
        put(model, PREVIOUS, brand.previous());
        if (brand.publishedAt() != null) {
            model.put(PUBLISHED_AT, brand.publishedAt().longValue());
        }
        model.put(VERSION, brand.version());
        model.setNote(PARSED, brand);
    }

    private static void put(ComponentModel model, String key, Brand brand) {
        if (brand != null) {
            model.put(key, Json.write(brand));
        }
    }

    private static Brand brand(ComponentModel model, String key) {
        String value = model.get(key);
        try {
            return value == null ? null : Json.read(value, Brand.class);
        } catch (TenantException refused) {
            throw refused.at(key);
        }
    }

    private static Long number(ComponentModel model, String key) {
        String value = model.get(key);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw TenantException.invalid("xt_invalid_value", key, "A whole number.");
        }
    }
}
