package dev.externaltenants.compat;

import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Asks whether an identity provider opens the account of a holder: of a role, directly, by a composite role, or by a group and
 * those above it, or by name. It goes from the roles, which few hold, and walks through no accounts.
 */
final class LinkedHolders {

    /** Accounts of the realm, and what Keycloak keeps of accounts that another store has. */
    private static final List<String> LINKED = List.of(
            "select 1 from FederatedIdentityEntity l where l.realmId = :realm and l.identityProvider = :alias"
                    + " and (exists (select 1 from UserRoleMappingEntity r where r.user = l.user and r.roleId in :roles)"
                    + " or exists (select 1 from UserGroupMembershipEntity g where g.user = l.user"
                    + " and g.groupId in :groups) or l.user.id in :users)",
            "select 1 from BrokerLinkEntity l where l.realmId = :realm and l.identityProvider = :alias"
                    + " and (exists (select 1 from FederatedUserRoleMappingEntity r where r.userId = l.userId"
                    + " and r.roleId in :roles)"
                    + " or exists (select 1 from FederatedUserGroupMembershipEntity g where g.userId = l.userId"
                    + " and g.groupId in :groups) or l.userId in :users)");

    private final EntityManager entities;

    LinkedHolders(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    boolean exist(RealmModel realm, String alias, Holders holders) {
        RoleGrants grants = RoleGrants.of(entities, holders);
        Map<String, Object> parameters = Map.of(
                "realm",
                realm.getId(),
                "alias",
                alias,
                "roles",
                grants.roles(),
                "groups",
                grants.groups(),
                "users",
                holders.users());
        return LINKED.stream().anyMatch(query -> isAny(query, parameters));
    }

    private boolean isAny(String text, Map<String, Object> parameters) {
        Query query = entities.createQuery(text);
        parameters.forEach(query::setParameter);
        return !query.setMaxResults(1).getResultList().isEmpty();
    }
}
