package dev.externaltenants.userflow;

import java.util.Optional;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Settings of a tenant that sign-in looks at, in the component that makes the realm a tenant: a look-up in the realm cache.
 */
public final class TenantSettings {

    /** The type of that component. The module that writes it stands above this one, so it cannot be named as a class. */
    public static final String COMPONENT_TYPE = "dev.externaltenants.tenant.TenantProvider";

    /** Says that the tenant may have customers who sign in by code, also when no flow of it has that method. */
    public static final String CODE_CUSTOMERS = "codeCustomers";

    private TenantSettings() {}

    public static boolean isOn(RealmModel realm, String key) {
        return component(realm).map(tenant -> tenant.get(key, false)).orElse(false);
    }

    /** Switches it on; a realm that is no tenant has no place for it. */
    public static void switchOn(RealmModel realm, String key) {
        component(realm).map(ComponentModel::new).ifPresent(tenant -> {
            tenant.put(key, true);
            realm.updateComponent(tenant);
        });
    }

    /** Returns the component of a realm that is a tenant; to be read only. */
    public static Optional<ComponentModel> component(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), COMPONENT_TYPE).findFirst();
    }
}
