package dev.externaltenants.userflow.device;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The table of trusted devices, in the session's transaction. */
final class TrustedDeviceRows {

    private final EntityManager entities;

    TrustedDeviceRows(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    void add(TrustedDeviceEntity row) {
        entities.persist(row);
        // Else Hibernate could bring it after a statement that removes it.
        entities.flush();
    }

    Optional<TrustedDeviceEntity> find(String id) {
        return Optional.ofNullable(entities.find(TrustedDeviceEntity.class, id));
    }

    List<TrustedDeviceEntity> of(RealmModel realm, String userId) {
        return entities.createNamedQuery("XtTrustedDevice.ofUser", TrustedDeviceEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId)
                .getResultList();
    }

    /** By a statement, which finds out whether the row is still there: an entity would fail when it is gone. */
    boolean isStillThereToUse(String id, long now) {
        return entities.createNamedQuery("XtTrustedDevice.used")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    boolean remove(RealmModel realm, String userId, String id) {
        return ofUser("XtTrustedDevice.removeOne", realm, userId)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    void removeOfUser(RealmModel realm, String userId) {
        ofUser("XtTrustedDevice.removeOfUser", realm, userId).executeUpdate();
    }

    void removeOfRealm(RealmModel realm) {
        entities.createNamedQuery("XtTrustedDevice.removeOfRealm")
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    int removeExpired(long now) {
        return entities.createNamedQuery("XtTrustedDevice.removeExpired")
                .setParameter("now", now)
                .executeUpdate();
    }

    private Query ofUser(String query, RealmModel realm, String userId) {
        return entities.createNamedQuery(query)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId);
    }
}
