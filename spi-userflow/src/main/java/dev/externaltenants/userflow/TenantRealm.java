package dev.externaltenants.userflow;

import org.keycloak.models.RealmModel;

/** Tells the realms that are tenants from others of the same server, which must notice nothing of us. */
public final class TenantRealm {

    /** The provider id of the component that makes a realm a tenant; the module that writes it lies above this one. */
    public static final String COMPONENT = "xt-tenant";

    private TenantRealm() {}

    /** A look-up in the realm cache. */
    public static boolean is(RealmModel realm) {
        return TenantSettings.component(realm).isPresent();
    }
}
