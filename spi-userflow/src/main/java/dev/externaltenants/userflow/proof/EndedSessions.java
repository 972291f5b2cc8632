package dev.externaltenants.userflow.proof;

import java.util.function.Predicate;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Ends what an account has open as soon as the change that is the reason is committed. Apps are told one by one and may be
 * slow, so nobody waits for this with a lock.
 */
public final class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    private EndedSessions() {}

    /** @param ending is asked of each session, offline ones too, after the commit */
    public static void afterCommit(KeycloakSession session, String userId, Predicate<UserSessionModel> ending) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                end(session, userId, ending);
            }

            @Override
            protected void rollbackImpl() {
                // Nothing is to end.
            }
        });
    }

    private static void end(KeycloakSession session, String userId, Predicate<UserSessionModel> ending) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), session.getContext(), own -> end(userId, ending, own));
        } catch (RuntimeException failed) {
            LOG.errorf(
                    "External Tenants: the sessions of user %s of realm %s did not all end: %s",
                    userId, session.getContext().getRealm().getName(), failed);
            LOG.debug("The cause", failed);
        }
    }

    private static void end(String userId, Predicate<UserSessionModel> ending, KeycloakSession own) {
        RealmModel realm = own.getContext().getRealm();
        UserModel user = own.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        // Collected first, because each end removes from what the stream reads.
        own.sessions()
                .getUserSessionsStream(realm, user)
                .filter(ending)
                .toList()
                .forEach(open -> AuthenticationManager.backchannelLogout(own, open, true));
        own.sessions()
                .getOfflineUserSessionsStream(realm, user)
                .filter(ending)
                .toList()
                .forEach(offline -> own.sessions().removeOfflineUserSession(realm, offline));
    }
}
