package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * What the realm had before it became a tenant, in the places that we overwrite; the way back.
 *
 * @param values by key; what was not set is missing
 */
record RealmBefore(Map<String, String> values) {

    private static final String ROLE = "defaultRole.";
    private static final String PASSWORD_POLICY = "passwordPolicy";
    private static final List<String> WITHHELD_ROLES = List.of(TenantDefaults.UMA_ROLE, Constants.OFFLINE_ACCESS_ROLE);

    RealmBefore {
        values = Map.copyOf(values);
    }

    /** Returns what is left of a tenant that was made before this was remembered: Keycloak's own flows. */
    static RealmBefore unknown() {
        return new RealmBefore(Map.of());
    }

    static RealmBefore of(RealmModel realm) {
        Map<String, String> values = new TreeMap<>();
        for (FlowBinding binding : FlowBinding.ALL) {
            put(values, binding.key(), binding.bound(realm));
        }
        for (RealmSetting setting : RealmSetting.ALL) {
            put(values, setting.key(), setting.read().apply(realm));
        }
        put(values, PASSWORD_POLICY, realm.getPasswordPolicy().toString());
        for (String role : WITHHELD_ROLES) {
            put(values, ROLE + role, String.valueOf(isGiven(realm, realm.getRole(role))));
        }
        return new RealmBefore(values);
    }

    void restore(KeycloakSession session, RealmModel realm) {
        FlowBinding.ALL.forEach(binding -> binding.restore(realm, values.get(binding.key())));
        dropAccountTheme(realm);
        if (values.isEmpty()) {
            return;
        }
        for (RealmSetting setting : RealmSetting.ALL) {
            // A setting that a later version overwrites as well was not remembered by this one.
            if (values.containsKey(setting.key())) {
                setting.write().accept(realm, values.get(setting.key()));
            }
        }
        realm.setPasswordPolicy(PasswordPolicy.parse(session, values.get(PASSWORD_POLICY)));
        for (String role : WITHHELD_ROLES) {
            if (Boolean.parseBoolean(values.get(ROLE + role)) && realm.getRole(role) != null) {
                realm.getDefaultRole().addCompositeRole(realm.getRole(role));
            }
        }
    }

    /** An earlier version did not remember it, and in a plain realm our account theme has no pages. */
    private void dropAccountTheme(RealmModel realm) {
        if (!values.containsKey(RealmSetting.ACCOUNT_THEME) && TenantDefaults.THEME.equals(realm.getAccountTheme())) {
            realm.setAccountTheme(null);
        }
    }

    private static boolean isGiven(RealmModel realm, RoleModel role) {
        return role != null
                && realm.getDefaultRole() != null
                && realm.getDefaultRole().getCompositesStream().anyMatch(role::equals);
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
