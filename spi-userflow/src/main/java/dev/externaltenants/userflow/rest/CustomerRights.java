package dev.externaltenants.userflow.rest;

import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What the caller may do with one customer. Whom fine-grained permissions keep from an account at Keycloak they keep from it
 * here, too, unless customers are the task that one of our roles entrusts.
 */
public final class CustomerRights {

    private final AdminPermissionEvaluator auth;
    private final AdministratorRights rights;

    CustomerRights(AdminPermissionEvaluator auth, AdministratorRights rights) {
        this.auth = auth;
        this.rights = rights;
    }

    public boolean mayView(UserModel customer) {
        return rights.holdsView(AdministratorTask.CUSTOMERS) || auth.users().canView(customer);
    }

    public void requireView(UserModel customer) {
        AdministratorRights.require(mayView(customer));
    }

    public void requireManage(UserModel customer) {
        AdministratorRights.require(isEntrusted() || auth.users().canManage(customer));
    }

    /** For what gives a password, or a link to choose one. */
    public void requireResetPassword(UserModel customer) {
        AdministratorRights.require(isEntrusted() || auth.users().canResetPassword(customer));
    }

    private boolean isEntrusted() {
        return rights.isEntrustedWith(AdministratorTask.CUSTOMERS);
    }
}
