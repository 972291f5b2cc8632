package dev.externaltenants.compat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.jpa.entities.RealmEntity;

/** A lock on the realm's row: Keycloak itself lets two writers of one realm overwrite each other. */
final class RealmConfigurationLock {

    private RealmConfigurationLock() {}

    static void take(KeycloakSession session, RealmModel realm) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // A realm that is just being created is in the persistence context only, and nobody else's to change.
        entities.flush();
        RealmEntity row = entities.find(RealmEntity.class, realm.getId());
        // Locked by a statement of its own: finding it locked would lock every row that is joined to it.
        entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
        if (realm instanceof CachedRealmModel cached) {
            cached.invalidate();
        }
    }
}
