package dev.externaltenants.tenant.administrators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.compat.UserDirectory.Wanted;
import dev.externaltenants.tenant.accounts.AccountProfile;
import dev.externaltenants.tenant.accounts.Accounts;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The engine of administrators: users of the realm who hold a role of its administration. */
final class Administrators {

    private static final Map<String, String> FIELDS =
            Map.of(UserModel.FIRST_NAME, "givenName", UserModel.LAST_NAME, "surname", UserModel.USERNAME, "email");

    private final KeycloakSession session;
    private final Accounts accounts;
    private final ClientModel management;

    Administrators(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.accounts = Accounts.ofAdministrators(session, realm);
        this.management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }

    /** Returns a page ordered by address. */
    Stream<Administrator> list(String text, int first, int max) {
        return accounts.page(text, null, Wanted.ANY, Wanted.ANY, first, max).map(this::read);
    }

    /** @throws TenantException {@code xt_administrator_not_found} */
    UserModel find(String id) {
        return accounts.find(id);
    }

    /**
     * Finds an administrator to change, after any other writer of the same one has finished.
     *
     * @throws TenantException {@code xt_administrator_not_found}
     */
    UserModel findToChange(String id) {
        return accounts.findToChange(id);
    }

    Administrator read(UserModel user) {
        return new Administrator(
                user.getId(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                user.isEnabled(),
                given(user).map(RoleModel::getName).sorted().toList());
    }

    /** @throws TenantException what the rules say, or {@code xt_account_exists} */
    UserModel create(Administrator wanted) {
        List<RoleModel> roles = roles(wanted);
        Map<String, String> values = new HashMap<>();
        values.put(UserModel.USERNAME, wanted.email());
        values.put(UserModel.EMAIL, wanted.email());
        values.put(UserModel.FIRST_NAME, wanted.givenName());
        values.put(UserModel.LAST_NAME, wanted.surname());
        values.values().removeIf(Objects::isNull);
        UserModel user = profile().create(values);
        user.setEnabled(wanted.enabled());
        user.setEmailVerified(true);
        roles.forEach(user::grantRole);
        return user;
    }

    /** @throws TenantException what the rules say, or {@code xt_account_exists} */
    void replace(UserModel user, Administrator wanted) {
        List<RoleModel> roles = roles(wanted);
        Map<String, List<String>> values = new HashMap<>();
        values.put(UserModel.USERNAME, values(wanted.email()));
        values.put(UserModel.EMAIL, values(wanted.email()));
        values.put(UserModel.FIRST_NAME, values(wanted.givenName()));
        values.put(UserModel.LAST_NAME, values(wanted.surname()));
        profile().change(user, values, Set.of());
        given(user).filter(role -> !roles.contains(role)).toList().forEach(user::deleteRoleMapping);
        roles.stream().filter(role -> !user.hasDirectRole(role)).forEach(user::grantRole);
        accounts.enable(user, wanted.enabled());
    }

    void delete(UserModel user) {
        accounts.remove(user);
    }

    private Stream<RoleModel> given(UserModel user) {
        return user.getClientRoleMappingsStream(management);
    }

    private List<RoleModel> roles(Administrator wanted) {
        if (wanted.email() == null) {
            throw TenantException.invalid(
                    "xt_administrator_email_missing", "email", "An administrator signs in with an e-mail address.");
        }
        if (wanted.roles().isEmpty()) {
            throw TenantException.invalid(
                    "xt_administrator_roles_missing", "roles", "An account without a role is no administrator.");
        }
        return wanted.roles().stream().distinct().map(this::role).toList();
    }

    private RoleModel role(String name) {
        RoleModel role = management.getRole(name);
        if (role == null) {
            throw TenantException.invalid(
                    "xt_administrator_role_unknown", "roles", "The tenant has no administrator role " + name + ".");
        }
        return role;
    }

    private AccountProfile profile() {
        return new AccountProfile(session, name -> FIELDS.getOrDefault(name, name));
    }

    private static List<String> values(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
