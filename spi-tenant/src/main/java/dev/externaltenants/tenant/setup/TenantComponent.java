package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The component that makes a realm a tenant and keeps what the realm itself has no place for. */
final class TenantComponent {

    private static final String NAME = "external tenant";
    /** Goes up when a tenant that is there needs more than a new one is given: a further step of a flow, a setting. */
    static final String CURRENT_SCHEMA = "3";

    static final String SCHEMA_VERSION = "schemaVersion";
    private static final String DEFAULTS_APPLIED = "defaultsApplied";
    private static final String BEFORE = "before";
    private static final String DOMAIN_NAME = "domainName";
    private static final String COUNTRY_REGION = "countryRegion";
    private static final String BANNED_PASSWORDS = "bannedPasswords";
    private static final String CODE_CUSTOMERS = TenantSettings.CODE_CUSTOMERS;
    private static final String TEST_APP = "testApp";

    /** Switches that were attributes of the realm, by the attribute. */
    private static final Map<String, String> ONCE_ATTRIBUTES =
            Map.of("xt.codeCustomers", CODE_CUSTOMERS, "xt.testApp", TEST_APP);

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
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
        return Stream.of(
                        SCHEMA_VERSION,
                        DEFAULTS_APPLIED,
                        BEFORE,
                        DOMAIN_NAME,
                        COUNTRY_REGION,
                        BANNED_PASSWORDS,
                        CODE_CUSTOMERS,
                        UsernamePolicy.ENABLED,
                        UsernamePolicy.PATTERNS,
                        TEST_APP)
                .map(key -> new ProviderConfigProperty(key, key, null, ProviderConfigProperty.STRING_TYPE, null))
                .toList();
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

    String domainName() {
        return model.get(DOMAIN_NAME);
    }

    String countryRegion() {
        return model.get(COUNTRY_REGION);
    }

    List<String> bannedPasswords() {
        String words = model.get(BANNED_PASSWORDS);
        return words == null ? List.of() : Json.read(words, TEXTS);
    }

    boolean codeCustomers() {
        return model.get(CODE_CUSTOMERS, false);
    }

    Tenant.Usernames usernames() {
        String patterns = model.get(UsernamePolicy.PATTERNS);
        return new Tenant.Usernames(
                model.get(UsernamePolicy.ENABLED, false), patterns == null ? null : Json.read(patterns, TEXTS));
    }

    boolean testApp() {
        return model.get(TEST_APP, false);
    }

    /** @throws TenantException {@code xt_tenant_country_immutable} */
    void change(Tenant tenant) {
        String country = countryRegion();
        if (tenant.countryRegion() != null && country != null && !country.equals(tenant.countryRegion())) {
            throw TenantException.conflict(
                    "xt_tenant_country_immutable", "countryRegion", "The tenant's country or region never changes.");
        }
        put(COUNTRY_REGION, tenant.countryRegion());
        put(DOMAIN_NAME, tenant.domainName());
        List<String> words = tenant.bannedPasswords();
        if (words != null) {
            put(BANNED_PASSWORDS, words.isEmpty() ? "" : Json.write(words));
        }
        put(CODE_CUSTOMERS, tenant.codeCustomers());
        Tenant.Usernames usernames = tenant.usernames();
        if (usernames != null) {
            put(UsernamePolicy.ENABLED, usernames.enabled());
            put(UsernamePolicy.PATTERNS, usernames.patterns().isEmpty() ? "" : Json.write(usernames.patterns()));
        }
        put(TEST_APP, tenant.testApp());
    }

    /** Takes over what an older version kept as attributes of the realm. */
    void adoptAttributes() {
        ONCE_ATTRIBUTES.forEach((attribute, key) -> {
            String value = realm.getAttribute(attribute);
            if (value != null) {
                put(key, Boolean.valueOf(value));
                realm.removeAttribute(attribute);
            }
        });
    }

    private void put(String key, Boolean on) {
        if (on != null) {
            put(key, on ? "true" : "");
        }
    }

    private void put(String key, String value) {
        if (value != null && value.isEmpty()) {
            model.getConfig().remove(key);
        } else if (value != null) {
            model.put(key, value);
        }
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
