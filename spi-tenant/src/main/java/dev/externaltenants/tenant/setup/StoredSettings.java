package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** The settings of a tenant that the realm itself has no place for, in the component's configuration. */
final class StoredSettings {

    private static final String DOMAIN_NAME = "domainName";
    private static final String COUNTRY_REGION = "countryRegion";
    private static final String BANNED_PASSWORDS = "bannedPasswords";
    private static final String CODE_CUSTOMERS = TenantSettings.CODE_CUSTOMERS;
    private static final String TEST_APP = "testApp";
    private static final String SELF_DELETION = "selfDeletion";

    static final List<String> KEYS = List.of(
            DOMAIN_NAME,
            COUNTRY_REGION,
            BANNED_PASSWORDS,
            CODE_CUSTOMERS,
            UsernamePolicy.ENABLED,
            UsernamePolicy.PATTERNS,
            TEST_APP,
            SELF_DELETION);

    /** Switches that were attributes of the realm, by the attribute. */
    private static final Map<String, String> ONCE_ATTRIBUTES =
            Map.of("xt.codeCustomers", CODE_CUSTOMERS, "xt.testApp", TEST_APP);

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final ComponentModel model;

    StoredSettings(ComponentModel model) {
        this.model = model;
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

    /** On unless switched off: who keeps data about people lets them go. */
    boolean selfDeletion() {
        return model.get(SELF_DELETION, true);
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
        if (tenant.selfDeletion() != null) {
            put(SELF_DELETION, tenant.selfDeletion() ? "" : "false");
        }
    }

    /** Takes over what an older version kept as attributes of the realm. */
    void adoptAttributes(RealmModel realm) {
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
}
