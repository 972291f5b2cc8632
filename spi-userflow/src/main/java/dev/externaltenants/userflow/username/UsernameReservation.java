package dev.externaltenants.userflow.username;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps a user name for one request until its transaction is over, after which the account itself holds the name or nobody.
 *
 * <p>No key of the database makes a user attribute unique, so of requests at once only the one that reserves the name may
 * look whether it is free.
 */
final class UsernameReservation {

    private static final Logger LOG = Logger.getLogger(UsernameReservation.class);

    /** Longer than any transaction; only that of a node that died lasts so long. */
    private static final long SECONDS = 600;

    private final KeycloakSession session;
    private final String key;

    UsernameReservation(KeycloakSession session, RealmModel realm, Username name) {
        this.session = session;
        // Keys are of one length and hold no names.
        this.key = "xt.username." + realm.getId() + "."
                + UUID.nameUUIDFromBytes(name.value().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns false when another request has it. */
    boolean take() {
        boolean taken = session.singleUseObjects().putIfAbsent(key, SECONDS);
        if (taken) {
            releaseAfterCompletion();
        }
        return taken;
    }

    private void releaseAfterCompletion() {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                release(sessions);
            }

            @Override
            protected void rollbackImpl() {
                release(sessions);
            }
        });
    }

    /** In a transaction of its own, since the store can be the database. */
    private void release(KeycloakSessionFactory sessions) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    sessions, ended -> ended.singleUseObjects().remove(key));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "A user name stays reserved for %d seconds", SECONDS);
        }
    }
}
