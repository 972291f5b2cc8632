package dev.externaltenants.userflow.store;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ContextNotActiveException;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.AdministratorRights;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Lets nobody but who manages user flows move an app to another user flow through a door of Keycloak's: its clients' REST
 * asks only for the right to manage clients, and a client that registered itself may write its own settings.
 */
final class AppMappingGuard {

    private static final String PERMITTED = "xt.mapping.permitted";

    /** Only who manages the realm imports into it; Keycloak does it in a transaction that does not know the caller. */
    private static final Pattern PARTIAL_IMPORT = Pattern.compile("/?admin/realms/[^/]+/partialImport/?");

    private final KeycloakSession session;

    AppMappingGuard(KeycloakSession session) {
        this.session = session;
    }

    /** Says that the engine writes in this session, whose users look first whether the caller may. */
    static void permit(KeycloakSession session) {
        session.setAttribute(PERMITTED, Boolean.TRUE);
    }

    /**
     * Looks at a client that was written and is not committed yet.
     *
     * @throws org.keycloak.services.ErrorResponseException 403 with {@code xt_application_user_flow_forbidden}
     */
    void check(ClientModel app) {
        RealmModel realm = app.getRealm();
        // The look at what is committed comes last: it takes a connection of its own.
        if (session.getAttribute(PERMITTED) == null
                && hasUserFlows(realm)
                && isByAnotherDoor()
                && !managesUserFlows(realm)
                && isMoved(realm, app)) {
            throw ErrorResponses.of(TenantException.forbidden(
                    "xt_application_user_flow_forbidden",
                    "Only who manages user flows maps an app to one, or takes it from one."));
        }
    }

    private static boolean hasUserFlows(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserFlowProvider.class.getName())
                .findAny()
                .isPresent();
    }

    /** Compares with what is committed. A realm that is not is just being imported, by who may make realms. */
    private boolean isMoved(RealmModel realm, ClientModel app) {
        String realmId = realm.getId();
        String appId = app.getId();
        String wanted = flowOf(app);
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), own -> {
            RealmModel committed = own.realms().getRealm(realmId);
            if (committed == null) {
                return false;
            }
            String present = Optional.ofNullable(own.clients().getClientById(committed, appId))
                    .map(AppMappingGuard::flowOf)
                    .orElse("");
            return !Objects.equals(present, wanted);
        });
    }

    private static String flowOf(ClientModel app) {
        return Objects.requireNonNullElse(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE), "");
    }

    /** Imports by the command line come without a call. */
    private boolean isByAnotherDoor() {
        try {
            return !PARTIAL_IMPORT
                    .matcher(session.getContext().getUri().getPath())
                    .matches();
        } catch (ContextNotActiveException commandLine) {
            return false;
        }
    }

    /** Only Keycloak's admin REST leaves a token here; who registers a client has none that manages anything. */
    private boolean managesUserFlows(RealmModel realm) {
        if (!(session.getContext().getBearerToken() instanceof AccessToken token)) {
            return false;
        }
        RealmModel administrators = session.realms()
                .getRealmByName(token.getIssuer().substring(token.getIssuer().lastIndexOf('/') + 1));
        AdminAuth caller = new AdminAuth(
                administrators,
                token,
                session.getContext().getUser(),
                administrators.getClientByClientId(token.getIssuedFor()));
        return new AdministratorRights(realm, AdminPermissions.evaluator(session, realm, caller))
                .mayManage(AdministratorTask.USER_FLOWS);
    }
}
