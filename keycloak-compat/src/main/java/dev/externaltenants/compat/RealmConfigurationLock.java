package dev.externaltenants.compat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.jpa.JpaModel;
import org.keycloak.models.jpa.entities.RealmEntity;

/** A lock on the realm's row: Keycloak itself lets two writers of one realm overwrite each other. */
final class RealmConfigurationLock {

    private static final String HELD = "xt.configurationLock.";

    private final KeycloakSession session;
    private final EntityManager entities;

    RealmConfigurationLock(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    void take(RealmModel realm) {
        // Of a component that is written twice, with a query in between for which Hibernate finds nothing to flush, the
        // settings of both times would be stored: the collection of them would not know those of the first as its own.
        entities.flush();
        String held = HELD + realm.getId();
        // A realm that is no cached one was made in this transaction, as by import: nobody else can know it.
        if (session.getAttribute(held) == null && realm instanceof CachedRealmModel cached) {
            session.setAttribute(held, Boolean.TRUE);
            lockRow(realm.getId());
            readAnew(cached);
        }
    }

    private void lockRow(String realmId) {
        // What this request has loaded of the realm is older than the lock. It is dropped, not refreshed: rows that the
        // writer before has deleted cannot be.
        entities.detach(entities.find(RealmEntity.class, realmId));
        RealmEntity row = entities.find(RealmEntity.class, realmId);
        // A statement of its own: to find the row locked would lock every row that is joined to it.
        entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
    }

    private void readAnew(CachedRealmModel cached) {
        cached.invalidate();
        boolean outdated =
                cached.getDelegateForUpdate() instanceof JpaModel<?> model && !entities.contains(model.getEntity());
        if (outdated) {
            throw new ModelIllegalStateException("The realm was in use before its configuration was locked");
        }
    }
}
