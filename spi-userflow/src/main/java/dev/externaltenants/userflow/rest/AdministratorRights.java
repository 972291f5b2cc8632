package dev.externaltenants.userflow.rest;

import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What the caller may do in the tenant: what Keycloak's own roles of the realm allow, and the task that one of ours
 * entrusts. All {@code require…} methods answer with 403 by Keycloak's exception.
 */
public final class AdministratorRights {

    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    public AdministratorRights(RealmModel realm, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.auth = auth;
    }

    public boolean mayView(AdministratorTask task) {
        return holdsView(task)
                || switch (task) {
                    case USER_FLOWS, ATTRIBUTES, EXTENSIONS, BRANDING ->
                        auth.realm().canViewRealm();
                    case IDENTITY_PROVIDERS -> auth.realm().canViewIdentityProviders();
                    case APPLICATIONS -> auth.clients().canList();
                    case CUSTOMERS -> auth.users().canView();
                    case REPORTS -> auth.realm().canViewEvents();
                };
    }

    public boolean mayManage(AdministratorTask task) {
        return isEntrustedWith(task)
                || switch (task) {
                    case USER_FLOWS, ATTRIBUTES, EXTENSIONS, BRANDING ->
                        auth.realm().canManageRealm();
                    case IDENTITY_PROVIDERS -> auth.realm().canManageIdentityProviders();
                    case APPLICATIONS -> auth.clients().canManage();
                    case CUSTOMERS -> auth.users().canManage();
                    case REPORTS -> auth.realm().canManageEvents();
                };
    }

    public void requireView(AdministratorTask task) {
        require(mayView(task));
    }

    public void requireManage(AdministratorTask task) {
        require(mayManage(task));
    }

    /** For what every administrator of the tenant may know. */
    public void requireAny() {
        require(mayAny());
    }

    /** Says whether the caller is an administrator of the tenant at all. */
    public boolean mayAny() {
        return auth.realm().canViewRealm()
                || Stream.of(AdministratorTask.values()).anyMatch(this::mayView);
    }

    /** For what shows all settings of the tenant. */
    public void requireViewSettings() {
        require(AdministratorTask.SETTINGS.stream().allMatch(this::mayView)
                // To list clients is less than to view them.
                && (holdsView(AdministratorTask.APPLICATIONS) || auth.clients().canView()));
    }

    /** For what may change any setting of the tenant; no sum of tasks is enough. */
    public void requireManageSettings() {
        auth.realm().requireManageRealm();
        require(AdministratorTask.SETTINGS.stream().allMatch(this::mayManage));
    }

    /** For what concerns other administrators: whoever gives roles could give all of them. */
    public void requireRealmAdmin() {
        AdminAuth caller = auth.adminAuth();
        // Keycloak's own check asks the account only, whatever app the token was issued to.
        require(
                isOfTheRealm()
                        ? roles() != null && caller.hasAppRole(roles(), AdminRoles.REALM_ADMIN)
                        : caller.hasRealmRole(AdminRoles.ADMIN)
                                || Stream.of(AdminRoles.ALL_REALM_ROLES)
                                        .allMatch(role -> caller.hasAppRole(roles(), role)));
    }

    /** Says whether the task is the caller's by one of our roles, whatever Keycloak's allow. */
    boolean isEntrustedWith(AdministratorTask task) {
        return holds(role -> role.manages(task));
    }

    boolean holdsView(AdministratorTask task) {
        return holds(role -> role.views(task));
    }

    private boolean holds(Predicate<AdministratorRole> wanted) {
        ClientModel roles = roles();
        // Not what the token says: an app's mapper could have put it there.
        return roles != null
                && AdministratorRole.ALL.stream().filter(wanted).anyMatch(role -> auth.adminAuth()
                        .hasAppRole(roles, role.roleName()));
    }

    /** The client that has the roles of the realm's administration where the caller is from; master has none of its own. */
    private ClientModel roles() {
        return isOfTheRealm()
                ? realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID)
                : realm.getMasterAdminClient();
    }

    private boolean isOfTheRealm() {
        return auth.adminAuth().getRealm().equals(realm);
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }
}
