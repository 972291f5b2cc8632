package dev.externaltenants.compat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Asks whether an identity provider opens the account of somebody who holds a role: directly, by a composite role, or by a
 * group and those above it. It goes from the roles, which few hold, and walks through no accounts.
 */
final class LinkedHolders {

    private static final String ROLES_ABOVE =
            "select c.parentRole.id from CompositeRoleEntity c where c.childRole.id in :ids";
    private static final String GROUPS_WITH = "select m.group.id from GroupRoleMappingEntity m where m.roleId in :ids";
    private static final String GROUPS_BELOW = "select g.id from GroupEntity g where g.parentId in :ids";

    /** Accounts of the realm, and what Keycloak keeps of accounts that another store has. */
    private static final List<String> LINKED = List.of(
            "select 1 from FederatedIdentityEntity l where l.realmId = :realm and l.identityProvider = :alias"
                    + " and (exists (select 1 from UserRoleMappingEntity r where r.user = l.user and r.roleId in :roles)"
                    + " or exists (select 1 from UserGroupMembershipEntity g where g.user = l.user"
                    + " and g.groupId in :groups))",
            "select 1 from BrokerLinkEntity l where l.realmId = :realm and l.identityProvider = :alias"
                    + " and (exists (select 1 from FederatedUserRoleMappingEntity r where r.userId = l.userId"
                    + " and r.roleId in :roles)"
                    + " or exists (select 1 from FederatedUserGroupMembershipEntity g where g.userId = l.userId"
                    + " and g.groupId in :groups))");

    private final EntityManager entities;

    LinkedHolders(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    boolean exist(RealmModel realm, String alias, Set<String> roles) {
        Set<String> allRoles = closure(roles, ROLES_ABOVE);
        Set<String> groups = closure(ids(GROUPS_WITH, allRoles), GROUPS_BELOW);
        Map<String, Object> parameters =
                Map.of("realm", realm.getId(), "alias", alias, "roles", allRoles, "groups", groups);
        return LINKED.stream().anyMatch(query -> isAny(query, parameters));
    }

    private boolean isAny(String text, Map<String, Object> parameters) {
        Query query = entities.createQuery(text);
        parameters.forEach(query::setParameter);
        return !query.setMaxResults(1).getResultList().isEmpty();
    }

    /** Returns them and all that the query leads to from them, step by step. */
    private Set<String> closure(Collection<String> first, String next) {
        Set<String> all = new HashSet<>(first);
        Set<String> fresh = all;
        while (!fresh.isEmpty()) {
            fresh = new HashSet<>(ids(next, fresh));
            fresh.removeAll(all);
            all.addAll(fresh);
        }
        return all;
    }

    private List<String> ids(String query, Collection<String> of) {
        return of.isEmpty()
                ? List.of()
                : entities.createQuery(query, String.class)
                        .setParameter("ids", of)
                        .getResultList();
    }
}
