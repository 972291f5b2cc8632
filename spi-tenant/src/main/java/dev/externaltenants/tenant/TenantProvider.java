package dev.externaltenants.tenant;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The engine that makes external tenants, of new realms and of those there are, and keeps them. */
public interface TenantProvider extends Provider {

    static TenantProvider of(KeycloakSession session) {
        return session.getProvider(TenantProvider.class);
    }

    /** Returns the tenant's settings, or nothing when the realm is no tenant. */
    Optional<Tenant> find(RealmModel realm);

    /**
     * Creates a realm that is a tenant, in the session's transaction.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_tenant_name_invalid}, {@code xt_tenant_name_taken},
     *     and what {@link #establish} says of the other settings
     */
    RealmModel create(Tenant tenant);

    /**
     * Makes the realm a tenant, or the tenant whole again: builds what is missing, binds our flows, and leaves what an
     * operator added or changed inside them. Safe to repeat.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_tenant_master_refused}, {@code
     *     xt_tenant_name_immutable}, {@code xt_tenant_display_name_invalid}, {@code xt_tenant_domain_invalid}, {@code
     *     xt_tenant_country_invalid}, {@code xt_tenant_country_immutable}, {@code xt_tenant_languages_invalid}, {@code
     *     xt_tenant_username_patterns_too_many}, {@code xt_tenant_username_pattern_invalid}
     */
    Tenant establish(RealmModel realm, Tenant tenant);

    /**
     * Makes the tenant a plain realm again: binds the flows and sets the settings that it had before. Its customers, apps
     * and attributes stay.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_tenant_not_found}, {@code xt_tenant_has_user_flows},
     *     {@code xt_tenant_flow_missing}
     */
    void end(RealmModel realm);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
