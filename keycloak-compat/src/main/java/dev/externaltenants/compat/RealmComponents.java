package dev.externaltenants.compat;

import java.util.List;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Looks through the components of all realms by one statement, where Keycloak's own way would load every realm. */
final class RealmComponents {

    private final KeycloakSession session;

    RealmComponents(KeycloakSession session) {
        this.session = session;
    }

    List<String> realmsWithout(Class<?> providerType, String key, String value) {
        // The value is compared here: it is a large object, which not every database compares.
        return session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select c.realm.id, v.value from ComponentEntity c left join c.componentConfigs v"
                                + " on v.name = :key where c.providerType = :type",
                        Object[].class)
                .setParameter("key", key)
                .setParameter("type", providerType.getName())
                .getResultList()
                .stream()
                .filter(row -> !value.equals(row[1]))
                .map(row -> (String) row[0])
                .toList();
    }
}
