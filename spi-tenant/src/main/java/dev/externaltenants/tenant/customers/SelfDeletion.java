package dev.externaltenants.tenant.customers;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Customers delete their own account as an administrator would: it can be restored for a while, and then goes for good. */
public final class SelfDeletion {

    private SelfDeletion() {}

    /**
     * Returns whether the tenant lets customers go by themselves, and this is one: an administrator who goes by a mistake may
     * leave nobody to restore them.
     */
    public static boolean isOpenTo(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean switchedOn = TenantProvider.of(session)
                .find(realm)
                .filter(Tenant::selfDeletion)
                .isPresent();
        return switchedOn && !AdministrativePower.in(session, realm).isHeldBy(user);
    }

    /** @throws TenantException {@code xt_customer_not_found}, {@code xt_customer_deleted} */
    public static void of(KeycloakSession session, RealmModel realm, UserModel user) {
        Customers customers = new Customers(session, realm);
        customers.delete(customers.findToChange(user.getId()));
    }
}
