package dev.externaltenants.tenant.apps;

import org.keycloak.models.RoleModel;

/**
 * A role of an app, kept as a role of its client.
 *
 * @param value what the claim {@code roles} carries; immutable
 * @param displayName what administrators see; the value when absent
 * @param description for administrators, or null
 * @param enabled a disabled role is in no token, whoever has it
 */
public record AppRole(String value, String displayName, String description, Boolean enabled) {

    private static final String DISPLAY_NAME = "xt.displayName";
    private static final String ENABLED = "xt.enabled";

    public AppRole {
        displayName = displayName == null ? value : displayName;
        enabled = enabled == null ? Boolean.TRUE : enabled;
    }

    static AppRole read(RoleModel role) {
        return new AppRole(
                role.getName(), role.getFirstAttribute(DISPLAY_NAME), role.getDescription(), isEnabled(role));
    }

    /** One that was made at Keycloak is enabled. */
    static boolean isEnabled(RoleModel role) {
        return !"false".equals(role.getFirstAttribute(ENABLED));
    }

    void writeTo(RoleModel role) {
        role.setDescription(description);
        role.setSingleAttribute(DISPLAY_NAME, displayName);
        role.setSingleAttribute(ENABLED, enabled.toString());
    }

    public AppRole disabled() {
        return new AppRole(value, displayName, description, false);
    }

    AppRole withValue(String newValue) {
        return new AppRole(newValue, displayName, description, enabled);
    }
}
