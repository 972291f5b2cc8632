package dev.externaltenants.tenant.accounts;

import dev.externaltenants.customattributes.CustomerMark;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends what an account has open: sessions, those of offline tokens, every token and every invitation from before. */
public final class AccountAccess {

    private static final Logger LOG = Logger.getLogger(AccountAccess.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public AccountAccess(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Tokens are refused as soon as this is committed, and the sessions end then. */
    public void end(UserModel user) {
        // Two endings within a second are two: a sign-in between them has proved what the second one ends.
        int ended = session.users().getNotBeforeOfUser(realm, user);
        int now = Math.toIntExact(Time.currentTimeMillis() / 1000);
        session.users().setNotBeforeForUser(realm, user, Math.max(now, ended + 1));
        user.removeAttribute(CustomerMark.INVITATION);
        String userId = user.getId();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                endSessions(userId);
            }

            @Override
            protected void rollbackImpl() {
                // Nothing is to end.
            }
        });
    }

    /** Apps are told one by one and may be slow, so nobody waits for this with a lock. */
    private void endSessions(String userId) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), session.getContext(), own -> endSessions(own, userId));
        } catch (RuntimeException failed) {
            LOG.errorf(
                    "External Tenants: the sessions of user %s of realm %s did not all end: %s",
                    userId, realm.getName(), failed);
            LOG.debug("The cause", failed);
        }
    }

    private static void endSessions(KeycloakSession own, String userId) {
        RealmModel realm = own.getContext().getRealm();
        UserModel user = own.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        // Collected first, because each end removes from what the stream reads.
        own.sessions()
                .getUserSessionsStream(realm, user)
                .toList()
                .forEach(open -> AuthenticationManager.backchannelLogout(own, open, true));
        own.sessions().getOfflineUserSessionsStream(realm, user).toList().forEach(offline -> own.sessions()
                .removeOfflineUserSession(realm, offline));
    }
}
