package dev.externaltenants.customattributes.purge;

import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps purges as components of the realm. */
final class ComponentValuePurgeProvider implements ValuePurgeProvider {

    private final KeycloakSession session;
    private final Runnable worker;

    /** @param worker wakes the node's worker */
    ComponentValuePurgeProvider(KeycloakSession session, Runnable worker) {
        this.session = session;
        this.worker = worker;
    }

    @Override
    public ValuePurge begin(RealmModel realm, String attribute) {
        long accounts = holders(realm, attribute);
        PurgeComponent purge = PurgeComponent.begin(realm, attribute, accounts);
        if (purge.isRunning()) {
            session.getTransactionManager().enlistAfterCompletion(new Wake(worker));
        }
        return purge.read(accounts);
    }

    @Override
    public Optional<ValuePurge> find(RealmModel realm, String attribute) {
        return PurgeComponent.find(realm, attribute)
                .map(purge -> purge.read(purge.isRunning() ? holders(realm, attribute) : 0));
    }

    @Override
    public void requireNone(RealmModel realm, String attribute) {
        refuseIf(
                PurgeComponent.list(realm).filter(PurgeComponent::isRunning).anyMatch(purge -> purge.attribute()
                        .equalsIgnoreCase(attribute)),
                "name");
    }

    @Override
    public void forget(RealmModel realm) {
        refuseIf(PurgeComponent.list(realm).anyMatch(PurgeComponent::isRunning), null);
        PurgeComponent.list(realm).toList().forEach(purge -> purge.remove(realm));
    }

    private long holders(RealmModel realm, String attribute) {
        return KeycloakCompat.of(session).attributeValues().holders(realm, attribute);
    }

    private static void refuseIf(boolean running, String field) {
        if (running) {
            throw TenantException.conflict(
                    "xt_attribute_purge_running", field, "The values of a deleted attribute are still being removed.");
        }
    }

    /** Only what is committed is there for the worker to find. */
    private static final class Wake extends AbstractKeycloakTransaction {

        private final Runnable worker;

        private Wake(Runnable worker) {
            this.worker = worker;
        }

        @Override
        protected void commitImpl() {
            worker.run();
        }

        @Override
        protected void rollbackImpl() {
            // Nothing was begun.
        }
    }
}
