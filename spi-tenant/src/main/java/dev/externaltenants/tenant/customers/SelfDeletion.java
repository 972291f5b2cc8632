package dev.externaltenants.tenant.customers;

import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Customers delete their own account as an administrator would: it can be restored for a while, and then goes for good. */
public final class SelfDeletion {

    private SelfDeletion() {}

    /** Returns false of administrators: one who goes by a mistake may leave nobody to restore them. */
    public static boolean isOpenTo(KeycloakSession session, RealmModel realm, UserModel user) {
        return !AdministrativePower.in(session, realm).isHeldBy(user);
    }

    /** @throws TenantException {@code xt_customer_not_found}, {@code xt_customer_deleted} */
    public static void of(KeycloakSession session, RealmModel realm, UserModel user) {
        Customers customers = new Customers(session, realm);
        customers.delete(customers.findToChange(user.getId()));
    }
}
