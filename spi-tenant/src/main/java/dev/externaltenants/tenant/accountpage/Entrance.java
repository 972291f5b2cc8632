package dev.externaltenants.tenant.accountpage;

import java.util.Optional;

import dev.externaltenants.userflow.token.AppSession;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Lets in whose cookie names a session that went by the tenant's sign-in for this page, with all that its user flows and
 * the account ask for. A session that only another app opened is not enough, nor is one that has something left to do.
 */
final class Entrance {

    private static final String FORM_TOKEN = "state_checker";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccountRequest request;

    Entrance(AccountRequest request) {
        this.request = request;
        this.session = request.session();
        this.realm = request.realm();
    }

    Optional<Visitor> visitor() {
        AuthResult result = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        if (result == null || !isOfAPerson(result.user()) || hasToAct(result.user())) {
            return Optional.empty();
        }
        UserSessionModel userSession = result.session();
        AuthenticatedClientSessionModel atAccount = userSession.getAuthenticatedClientSessionByClient(
                request.account().getId());
        if (atAccount == null
                || !AuthenticationManager.isClientSessionValid(realm, request.account(), userSession, atAccount)
                || !AppSession.suits(session, atAccount)) {
            return Optional.empty();
        }
        return Optional.of(
                new Visitor(result.user(), userSession, atAccount, session.getAttribute(FORM_TOKEN, String.class)));
    }

    private static boolean isOfAPerson(UserModel user) {
        return user.isEnabled() && user.getServiceAccountClientLink() == null;
    }

    private boolean hasToAct(UserModel user) {
        return user.getRequiredActionsStream()
                .map(realm::getRequiredActionProviderByAlias)
                .anyMatch(action -> action != null && isAsked(action));
    }

    /** The sign-in passes over what the realm has switched off, and must not be asked for it again and again. */
    private static boolean isAsked(RequiredActionProviderModel action) {
        return action.isEnabled();
    }
}
