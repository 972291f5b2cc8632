package dev.externaltenants.userflow.rest;

import java.util.stream.Stream;

import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.AdministrativeRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What the caller may do with one app. Who may not see or change a client at Keycloak may not do it here either, unless
 * apps are the task that one of our roles entrusts.
 */
public final class ApplicationRights {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;
    private final AdministratorRights rights;

    ApplicationRights(KeycloakSession session, AdminPermissionEvaluator auth, AdministratorRights rights) {
        this.session = session;
        this.auth = auth;
        this.rights = rights;
    }

    public boolean mayView(ClientModel app) {
        return auth.clients().canView(app) || rights.holdsView(AdministratorTask.APPLICATIONS);
    }

    public void requireView(ClientModel app) {
        AdministratorRights.require(mayView(app));
    }

    public void requireConfigure(ClientModel app) {
        AdministratorRights.require(auth.clients().canConfigure(app) || isEntrusted(app));
    }

    public void requireDelete(ClientModel app) {
        AdministratorRights.require(auth.clients().canManage(app) || isEntrusted(app));
    }

    /** For the choice of the user flow, which is the flow's matter more than the app's. */
    public void requireAssign(ClientModel app) {
        rights.requireManage(AdministratorTask.USER_FLOWS);
        AdministratorRights.require(auth.clients().canConfigure(app)
                || rights.isEntrustedWith(AdministratorTask.USER_FLOWS)
                || isEntrusted(app));
    }

    private boolean isEntrusted(ClientModel app) {
        return rights.isEntrustedWith(AdministratorTask.APPLICATIONS) && !reachesAdministration(app);
    }

    /** Who changes such an app could act as the administrators that sign in to it, or as the app itself. */
    private boolean reachesAdministration(ClientModel app) {
        if (app.isFullScopeAllowed() || AdministrativeRoles.of(app.getRealm()).anyMatch(role -> isInScope(role, app))) {
            return true;
        }
        AdministrativePower power = AdministrativePower.in(session, app.getRealm());
        UserModel account = app.isServiceAccountsEnabled() ? session.users().getServiceAccount(app) : null;
        return power.isHeldBy(app) || (account != null && power.isHeldBy(account));
    }

    /** As Keycloak finds the roles of a token: also within composite roles, and by any of the app's client scopes. */
    private static boolean isInScope(RoleModel role, ClientModel app) {
        return app.hasScope(role)
                || Stream.of(true, false)
                        .flatMap(isDefault -> app.getClientScopes(isDefault).values().stream())
                        .anyMatch(scope -> scope.hasScope(role));
    }
}
