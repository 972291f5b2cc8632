package dev.externaltenants.compat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.entities.UserEntity;

/** Asks Keycloak's tables of users. */
final class JpaUserDirectory implements UserDirectory {

    private static final String IS_GIVEN_A_ROLE =
            "exists (select 1 from UserRoleMappingEntity m where m.user = u and m.roleId in :roles)";

    private static final String IS_IN_A_GROUP =
            "exists (select 1 from UserGroupMembershipEntity g where g.user = u and g.groupId in :groups)";

    private static final String IS_NAMED = "u.id in :users";

    private static final String HAS_THE_MARK =
            "exists (select 1 from UserAttributeEntity a where a.user = u and a.name = :mark)";

    private static final String HAS_THE_TEXT =
            "(lower(u.username) like :text escape '!' or lower(u.email) like :text escape '!'"
                    + " or lower(u.firstName) like :text escape '!' or lower(u.lastName) like :text escape '!'"
                    + " or exists (select 1 from UserAttributeEntity n where n.user = u and n.name = :nameAttribute"
                    + " and lower(n.value) like :text escape '!'))";

    private final KeycloakSession session;
    private final EntityManager entities;

    JpaUserDirectory(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public List<String> page(RealmModel realm, Search search, int first, int max) {
        Map<String, Object> parameters = new HashMap<>(Map.of("realm", realm.getId()));
        StringBuilder query = new StringBuilder(
                "select u.id from UserEntity u where u.realmId = :realm and u.serviceAccountClientLink is null");
        if (search.held() != Wanted.ANY) {
            query.append(wanted(search.held(), isAmong(search.holders(), parameters)));
        }
        if (search.marked() != Wanted.ANY || search.disabled() != Wanted.ANY) {
            query.append(wanted(search.marked(), "(u.enabled = false and " + HAS_THE_MARK + ")"));
            query.append(wanted(search.disabled(), "(u.enabled = false and not " + HAS_THE_MARK + ")"));
            parameters.put("mark", search.mark());
        }
        if (!search.text().isEmpty()) {
            query.append(" and ").append(HAS_THE_TEXT);
            parameters.put("text", pattern(search.text()));
            parameters.put("nameAttribute", search.nameAttribute());
        }
        if (search.having() != null) {
            query.append(" and ").append(JpaHaving.condition(search.having(), parameters));
        }
        TypedQuery<String> page =
                entities.createQuery(query.append(" order by u.username").toString(), String.class);
        parameters.forEach(page::setParameter);
        return page.setFirstResult(first).setMaxResults(max).getResultList();
    }

    @Override
    public boolean lock(RealmModel realm, String userId) {
        UserEntity user = entities.find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || !user.getRealmId().equals(realm.getId())) {
            return false;
        }
        entities.refresh(user);
        UserCache cache = session.getProvider(UserCache.class);
        UserModel cached = session.users().getUserById(realm, userId);
        if (cache != null && cached != null) {
            cache.evict(realm, cached);
        }
        return true;
    }

    @Override
    public void flush() {
        entities.flush();
    }

    @Override
    public List<Found> marked(String attribute, String smallerThan, String after, int max) {
        return entities
                .createQuery(
                        "select u.realmId, u.id from UserAttributeEntity a join a.user u where a.name = :name"
                                + " and (u.enabled = true or a.value < :limit) and u.id > :after order by u.id",
                        Object[].class)
                .setParameter("name", attribute)
                .setParameter("limit", smallerThan)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> new Found((String) row[0], (String) row[1]))
                .toList();
    }

    /** No list of ids is empty: databases differ in what that means within a denial. */
    private String isAmong(Holders holders, Map<String, Object> parameters) {
        RoleGrants grants = RoleGrants.of(entities, holders);
        Map<String, Set<String>> ids =
                Map.of("roles", grants.roles(), "groups", grants.groups(), "users", holders.users());
        Map<String, String> conditions = Map.of("roles", IS_GIVEN_A_ROLE, "groups", IS_IN_A_GROUP, "users", IS_NAMED);
        StringBuilder any = new StringBuilder("(1 = 0");
        ids.forEach((name, some) -> {
            if (!some.isEmpty()) {
                any.append(" or ").append(conditions.get(name));
                parameters.put(name, some);
            }
        });
        return any.append(")").toString();
    }

    private static String wanted(Wanted wanted, String condition) {
        return switch (wanted) {
            case ANY -> "";
            case ONLY -> " and " + condition;
            case NONE -> " and not " + condition;
        };
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
