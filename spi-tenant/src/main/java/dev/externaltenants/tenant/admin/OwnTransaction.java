package dev.externaltenants.tenant.admin;

import java.time.Duration;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs work in a session and transaction of its own, again when another writer came first.
 *
 * <p>The check of the caller has read all roles of the master administrator, some for each realm there is, and every flush
 * of the request's persistence context would look at each of them.
 */
final class OwnTransaction {

    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    /** Enough for callers at once to go one by one: each try ends after another's success. */
    private static final int TRIES = 10;

    private static final long PAUSE_MILLIS = 50;

    /**
     * How many may be under way on this node. The request's own transaction keeps its database connection meanwhile, so
     * with as many as the pool has connections none could end, and no customer could sign in.
     */
    private static final Room ROOM = new Room(4, Duration.ofSeconds(5));

    private final KeycloakSession session;

    OwnTransaction(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Returns what the work returns; a refusal becomes its response, and nothing of the work stays.
     *
     * @throws org.keycloak.services.ErrorResponseException 503 with {@code xt_busy} when too much of it is under way
     */
    <T> T run(KeycloakSessionTaskWithResult<T> work) {
        return ErrorResponses.translating(() -> ROOM.inside(() -> inTries(work)));
    }

    private <T> T inTries(KeycloakSessionTaskWithResult<T> work) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return once(work);
            } catch (ModelException failure) {
                if (!LostRace.is(failure)) {
                    throw failure;
                }
                // Keycloak's caches lag behind its database: what the winner stored is seen a moment later.
                LOG.debugf("Lost a race for the tenant, try %d", attempt);
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
