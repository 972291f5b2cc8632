package dev.externaltenants.tenant;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The engine that turns a realm into an external tenant and keeps it one. */
public interface TenantProvider extends Provider {

    static TenantProvider of(KeycloakSession session) {
        return session.getProvider(TenantProvider.class);
    }

    /** Returns the tenant's settings, or nothing when the realm is no tenant. */
    Optional<Tenant> find(RealmModel realm);

    /**
     * Makes the realm a tenant, or the tenant whole again: builds what is missing, binds our flows, and leaves what an
     * operator added or changed inside them. Safe to repeat.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_tenant_master_refused},
     *     {@code xt_tenant_display_name_invalid}
     */
    Tenant establish(RealmModel realm, Tenant tenant);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
