package dev.externaltenants.userflow.rest;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs work in a session and transaction of its own, again when another writer came first: a unique key that is hit ends
 * the transaction on PostgreSQL, so the second try cannot be in the request's own.
 *
 * <p>The request's own has also read whatever the check of the caller took, such as all roles of the master administrator,
 * some for each realm there is, and every flush of its persistence context would look at each of them.
 */
public final class OwnTransaction {

    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    /**
     * Enough for callers at once to go one by one, since each try ends after another's success; and each lost race for a
     * user flow means that another was created, so ten losses leave none to race for.
     */
    private static final int TRIES = UserFlow.LIMIT + 1;

    private static final long PAUSE_MILLIS = 50;

    private final KeycloakSession session;

    public OwnTransaction(KeycloakSession session) {
        this.session = session;
    }

    /** Returns what the work returns; a refusal becomes its response, and nothing of the work stays. */
    public <T> T run(KeycloakSessionTaskWithResult<T> work) {
        return ErrorResponses.translating(() -> inTries(work));
    }

    private <T> T inTries(KeycloakSessionTaskWithResult<T> work) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException failure) {
                if (!LostRace.is(failure)) {
                    throw failure;
                }
                // Keycloak's caches lag behind its database: what the winner stored is seen a moment later.
                LOG.debugf("Lost a race, try %d", attempt);
                pause(attempt * PAUSE_MILLIS);
            }
        }
        throw TenantException.conflict("xt_conflict", null, "Another change came first. Try again.");
    }

    private <T> T once(KeycloakSessionTaskWithResult<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), work, "external tenant");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", e);
        }
    }
}
