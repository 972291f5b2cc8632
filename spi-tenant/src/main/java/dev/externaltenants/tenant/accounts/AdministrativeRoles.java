package dev.externaltenants.tenant.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Tells administrators of a realm from its customers: they hold a role of the realm's administration. */
public final class AdministrativeRoles {

    private AdministrativeRoles() {}

    /** Looks at everything that the user's roles and groups amount to. */
    public static boolean areHeldBy(UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(AdministrativeRoles::isOne);
    }

    /** Returns the ids of the roles that make an administrator, for questions about many users. */
    public static Set<String> idsOf(RealmModel realm) {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return Stream.concat(
                        management == null ? Stream.empty() : management.getRolesStream(),
                        realm.getRolesStream()
                                .filter(RoleModel::isComposite)
                                .filter(role -> RoleUtils.expandCompositeRoles(Set.of(role)).stream()
                                        .anyMatch(AdministrativeRoles::isOne)))
                .map(RoleModel::getId)
                .collect(Collectors.toSet());
    }

    static boolean isOne(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                && client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }
}
