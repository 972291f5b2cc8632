package dev.externaltenants.customattributes.purge;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.purge.ValuePurge.Status;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Does what purges are open in all tenants, one after the other; at most once at a time on a node. */
final class ValuePurgeWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(ValuePurgeWorker.class);

    private final KeycloakSessionFactory sessions;
    private final AtomicInteger calls = new AtomicInteger();

    ValuePurgeWorker(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void run() {
        if (calls.getAndIncrement() > 0) {
            // Who is at it looks once more at the end.
            return;
        }
        try {
            int seen;
            do {
                seen = calls.get();
                sweep();
            } while (!calls.compareAndSet(seen, 0));
        } catch (Error e) {
            // The next call must not wait for this one.
            calls.set(0);
            throw e;
        }
    }

    private void sweep() {
        try {
            openRealms().forEach(realmId -> open(realmId).forEach(this::purge));
        } catch (RuntimeException e) {
            LOG.errorf("External Tenants: cannot look for values of deleted attributes: %s", e);
            LOG.debug("The cause", e);
        }
    }

    /** One that fails must not keep the others from it. */
    private void purge(ValuePurgeRun purge) {
        try {
            purge.run();
        } catch (RuntimeException e) {
            LOG.warnf("External Tenants: %s failed and is tried again in a minute: %s", purge, e);
            LOG.debug("The cause", e);
        }
    }

    private List<String> openRealms() {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> KeycloakCompat.of(session)
                        .realmsWithout(ValuePurgeProvider.class, PurgeComponent.STATUS, Status.DONE.name()))
                .stream()
                .distinct()
                .toList();
    }

    private List<ValuePurgeRun> open(String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            return realm == null
                    ? List.of()
                    : PurgeComponent.list(realm)
                            .filter(PurgeComponent::isRunning)
                            .map(purge -> new ValuePurgeRun(sessions, realmId, purge.attribute()))
                            .toList();
        });
    }
}
