package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The component that makes a realm a tenant and keeps what belongs to it and not to the realm. */
final class TenantComponent {

    private static final String NAME = "external tenant";
    /** Goes up when a tenant that is there needs more than a new one is given: a further step of a flow, a setting. */
    static final String CURRENT_SCHEMA = "5";

    static final String SCHEMA_VERSION = "schemaVersion";
    private static final String DEFAULTS_APPLIED = "defaultsApplied";
    private static final String BEFORE = "before";
    private static final TypeReference<Map<String, String>> TEXT_BY_KEY = new TypeReference<>() {};

    private final RealmModel realm;
    private final ComponentModel model;
    private final MultivaluedHashMap<String, String> stored;

    private TenantComponent(RealmModel realm, ComponentModel model) {
        this.realm = realm;
        this.model = model;
        this.stored = new MultivaluedHashMap<>(model.getConfig());
    }

    static Optional<TenantComponent> find(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), TenantProvider.class.getName())
                .findFirst()
                .map(present -> new TenantComponent(realm, new ComponentModel(present)));
    }

    static TenantComponent create(RealmModel realm) {
        ComponentModel model = new ComponentModel();
        model.setName(NAME);
        model.setParentId(realm.getId());
        model.setProviderType(TenantProvider.class.getName());
        model.setProviderId(DefaultTenantProviderFactory.ID);
        return new TenantComponent(realm, model);
    }

    /** Declared, because Keycloak's partial export leaves out what is not. */
    static List<ProviderConfigProperty> properties() {
        return Stream.concat(Stream.of(SCHEMA_VERSION, DEFAULTS_APPLIED, BEFORE), StoredSettings.KEYS.stream())
                .map(key -> new ProviderConfigProperty(key, key, null, ProviderConfigProperty.STRING_TYPE, null))
                .toList();
    }

    /** Returns what an operator set of the tenant. */
    StoredSettings settings() {
        return new StoredSettings(model);
    }

    /** Returns whether an older version made the tenant; the first one wrote no schema version. */
    boolean isOutdated() {
        return defaultsApplied() && !CURRENT_SCHEMA.equals(model.get(SCHEMA_VERSION));
    }

    void setCurrent() {
        model.put(SCHEMA_VERSION, CURRENT_SCHEMA);
    }

    boolean defaultsApplied() {
        return model.get(DEFAULTS_APPLIED, false);
    }

    void setDefaultsApplied() {
        model.put(DEFAULTS_APPLIED, true);
    }

    /** Returns what the realm was before, or nothing known of it when an older version made the tenant. */
    RealmBefore before() {
        String before = model.get(BEFORE);
        return before == null ? RealmBefore.unknown() : new RealmBefore(Json.read(before, TEXT_BY_KEY));
    }

    void remember(RealmBefore before) {
        model.put(BEFORE, Json.write(before.values()));
    }

    /** Writes only what differs: a write empties the realm's cache on all nodes. */
    void save() {
        if (model.getId() == null) {
            realm.addComponentModel(model);
        } else if (!stored.equals(model.getConfig())) {
            realm.updateComponent(model);
        }
    }

    void remove() {
        realm.removeComponent(model);
    }
}
