package dev.externaltenants.userflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.util.JsonSerialization;

/**
 * Whom the policies of a realm's fine-grained permissions name, by ids. Each counts, whatever it is used for: what a
 * permission amounts to shows only when Keycloak decides a call.
 */
record PermissionPolicies(Set<String> users, Set<String> roles, Set<String> groups, Set<String> clients) {

    private static final PermissionPolicies NONE = new PermissionPolicies(Set.of(), Set.of(), Set.of(), Set.of());

    static PermissionPolicies of(KeycloakSession session, RealmModel realm) {
        ClientModel permissions = realm.isAdminPermissionsEnabled() ? realm.getAdminPermissionsClient() : null;
        if (permissions == null) {
            return NONE;
        }
        StoreFactory stores = session.getProvider(AuthorizationProvider.class).getStoreFactory();
        List<Policy> policies = stores.getPolicyStore()
                .findByResourceServer(stores.getResourceServerStore().findByClient(permissions));
        return new PermissionPolicies(
                named(policies, "user", "users"),
                named(policies, "role", "roles"),
                named(policies, "group", "groups"),
                named(policies, "client", "clients"));
    }

    boolean name(UserModel user) {
        return users.contains(user.getId()) || nameAGroupOf(user) || nameARoleOf(user);
    }

    private boolean nameAGroupOf(UserModel user) {
        return !groups.isEmpty() && user.getGroupsStream().anyMatch(this::isAtOrBelow);
    }

    private boolean nameARoleOf(UserModel user) {
        return !roles.isEmpty()
                && RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(role -> roles.contains(role.getId()));
    }

    private boolean isAtOrBelow(GroupModel group) {
        return Stream.iterate(group, above -> above != null, GroupModel::getParent)
                .anyMatch(above -> groups.contains(above.getId()));
    }

    private static Set<String> named(List<Policy> policies, String type, String key) {
        return policies.stream()
                .filter(policy -> policy.getType().equals(type))
                .map(policy -> policy.getConfig().get(key))
                .filter(ids -> ids != null)
                .flatMap(PermissionPolicies::ids)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keycloak writes ids, or objects that have one. */
    private static Stream<String> ids(String json) {
        try {
            return StreamSupport.stream(
                            JsonSerialization.readValue(json, JsonNode.class).spliterator(), false)
                    .map(one -> one.isObject() ? one.path("id").asText() : one.asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
