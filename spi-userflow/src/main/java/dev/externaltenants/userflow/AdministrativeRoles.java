package dev.externaltenants.userflow;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** The roles of a realm's administration, which tell its administrators from its customers. */
public final class AdministrativeRoles {

    private AdministrativeRoles() {}

    /** Looks at everything that the user's roles and groups amount to. */
    public static boolean areHeldBy(UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(AdministrativeRoles::isOne);
    }

    public static Stream<RoleModel> of(RealmModel realm) {
        return Stream.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID))
                .flatMap(ClientModel::getRolesStream);
    }

    /** Returns their ids, for questions about many users. */
    public static Set<String> idsOf(RealmModel realm) {
        return of(realm).map(RoleModel::getId).collect(Collectors.toSet());
    }

    private static boolean isOne(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                && client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }
}
