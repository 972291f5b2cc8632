package dev.externaltenants.tenant.setup;

import java.util.Objects;
import java.util.stream.Stream;

import dev.externaltenants.userflow.rest.AdministratorRole;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The roles for administrators of single tasks, on both clients that hold a realm's administrator roles: that of the realm
 * for its own administrators, and that of the administration realm for those of many.
 */
final class AdministratorRoles {

    private AdministratorRoles() {}

    /** Adds what is missing; what an operator added to a role stays. */
    static void ensure(RealmModel realm) {
        holders(realm).forEach(holder -> AdministratorRole.ALL.forEach(role -> ensure(holder, role)));
    }

    /** Removes the roles, and with them takes them from whoever has one. */
    static void remove(RealmModel realm) {
        holders(realm).forEach(holder -> AdministratorRole.ALL.stream()
                .map(AdministratorRole::roleName)
                .map(holder::getRole)
                .filter(Objects::nonNull)
                .forEach(holder::removeRole));
    }

    private static Stream<ClientModel> holders(RealmModel realm) {
        return Stream.of(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID), realm.getMasterAdminClient())
                .filter(Objects::nonNull);
    }

    private static void ensure(ClientModel holder, AdministratorRole wanted) {
        RoleModel present = holder.getRole(wanted.roleName());
        RoleModel role = present == null ? holder.addRole(wanted.roleName()) : present;
        if (present == null) {
            role.setDescription(wanted.description());
        }
        wanted.ofKeycloak().stream()
                .map(holder::getRole)
                // An operator may have taken one of Keycloak's away.
                .filter(Objects::nonNull)
                .filter(part -> present == null || !present.hasRole(part))
                .forEach(role::addCompositeRole);
    }
}
