package dev.externaltenants.compat;

import java.util.List;

import jakarta.persistence.EntityManager;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.UserEntity;

/** Asks and changes Keycloak's table of user attributes, where its own way would load and cache each user. */
final class JpaAttributeValues implements AttributeValues {

    private final KeycloakSession session;
    private final EntityManager entities;

    JpaAttributeValues(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public long holders(RealmModel realm, String attribute) {
        return entities.createQuery(
                        "select count(distinct u.id) from UserAttributeEntity a join a.user u"
                                + " where a.name = :name and u.realmId = :realm",
                        Long.class)
                .setParameter("name", attribute)
                .setParameter("realm", realm.getId())
                .getSingleResult();
    }

    @Override
    public List<String> holders(RealmModel realm, String attribute, String after, int max) {
        return entities.createQuery(
                        "select distinct u.id from UserAttributeEntity a join a.user u"
                                + " where a.name = :name and u.realmId = :realm and u.id > :after order by u.id",
                        String.class)
                .setParameter("name", attribute)
                .setParameter("realm", realm.getId())
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void remove(RealmModel realm, String attribute, List<String> userIds) {
        entities.createQuery("delete from UserAttributeEntity a where a.name = :name and a.user.id in (:users)")
                .setParameter("name", attribute)
                .setParameter("users", userIds)
                .executeUpdate();
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            // Keycloak's cache forgets a user by id, name and address, and takes them from a model only.
            entities.createQuery(
                            "select u from UserEntity u where u.realmId = :realm and u.id in (:users)",
                            UserEntity.class)
                    .setParameter("realm", realm.getId())
                    .setParameter("users", userIds)
                    .getResultList()
                    .forEach(user -> cache.evict(realm, new UserAdapter(session, realm, entities, user)));
        }
    }
}
