package dev.externaltenants.compat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

/**
 * What makes a user one of the holders: roles that have one of theirs within, and groups that are theirs or are given any, with
 * all the groups below. As many statements as there are levels, however many roles, groups and users there are.
 *
 * @param roles ids, of the roles themselves as well
 * @param groups ids
 */
record RoleGrants(Set<String> roles, Set<String> groups) {

    static RoleGrants of(EntityManager entities, Holders holders) {
        Set<String> roles = closure(
                holders.roles(),
                some -> ids(
                        entities,
                        "select c.parentRole.id from CompositeRoleEntity c where c.childRole.id in :some",
                        some));
        Set<String> groups = new HashSet<>(holders.groups());
        if (!roles.isEmpty()) {
            groups.addAll(ids(
                    entities,
                    "select distinct m.group.id from GroupRoleMappingEntity m where m.roleId in :some",
                    roles));
        }
        return new RoleGrants(
                roles,
                closure(
                        groups,
                        some -> ids(entities, "select g.id from GroupEntity g where g.parentId in :some", some)));
    }

    private static Set<String> closure(Collection<String> some, Function<Collection<String>, Collection<String>> next) {
        Set<String> all = new HashSet<>(some);
        Collection<String> added = all;
        while (!added.isEmpty()) {
            added = next.apply(added).stream().filter(id -> !all.contains(id)).toList();
            all.addAll(added);
        }
        return all;
    }

    private static Collection<String> ids(EntityManager entities, String query, Collection<String> some) {
        return entities.createQuery(query, String.class)
                .setParameter("some", some)
                .getResultList();
    }
}
