package dev.externaltenants.userflow.admin;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Creates a user flow in a transaction of its own, again when another writer took the same slot first.
 *
 * <p>A unique key that is hit ends the transaction on PostgreSQL, so the retry cannot be in the request's own.
 */
final class ConcurrentCreation {

    private static final Logger LOG = Logger.getLogger(ConcurrentCreation.class);

    /** Each lost race means that another flow was created, so ten losses leave no slot to race for. */
    private static final int TRIES = UserFlow.LIMIT + 1;

    private final KeycloakSession session;

    ConcurrentCreation(KeycloakSession session) {
        this.session = session;
    }

    UserFlow create(RealmModel realm, UserFlow flow) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return createOnce(realm.getId(), flow);
            } catch (ModelDuplicateException lostRace) {
                // The next try sees what the winner stored.
                LOG.debugf("Lost the race for a user-flow slot, try %d", i + 1);
            }
        }
        throw TenantException.conflict(
                "xt_conflict", null, "Too many user flows are being created at once. Try again.");
    }

    private UserFlow createOnce(String realmId, UserFlow flow) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), nested -> {
            RealmModel realm = nested.realms().getRealm(realmId);
            nested.getContext().setRealm(realm);
            return UserFlowProvider.of(nested).create(realm, flow);
        });
    }
}
