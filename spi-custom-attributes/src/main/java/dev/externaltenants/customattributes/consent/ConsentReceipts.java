package dev.externaltenants.customattributes.consent;

import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The table of receipts. Writes are of the session's transaction: an account and its receipts are there or neither is. */
final class ConsentReceipts {

    private final EntityManager entities;

    ConsentReceipts(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    void add(RealmModel realm, String userId, ConsentReceipt receipt) {
        entities.persist(new ConsentReceiptEntity(realm.getId(), userId, receipt));
    }

    Stream<ConsentReceipt> of(RealmModel realm, String userId, Integer first, Integer max) {
        TypedQuery<ConsentReceiptEntity> query = entities.createNamedQuery(
                        "XtConsentReceipt.ofUser", ConsentReceiptEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId);
        if (first != null) {
            query.setFirstResult(first);
        }
        if (max != null) {
            query.setMaxResults(max);
        }
        return query.getResultList().stream().map(ConsentReceiptEntity::receipt);
    }

    void removeOfUser(RealmModel realm, String userId) {
        entities.createNamedQuery("XtConsentReceipt.removeOfUser")
                .setParameter("realmId", realm.getId())
                .setParameter("userId", userId)
                .executeUpdate();
    }

    void removeOfRealm(RealmModel realm) {
        entities.createNamedQuery("XtConsentReceipt.removeOfRealm")
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }
}
