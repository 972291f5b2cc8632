package dev.externaltenants.userflow;

import java.util.HashSet;
import java.util.Set;

import dev.externaltenants.compat.Holders;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who has power over a realm: by a role of its administration, or since its fine-grained permissions name them. */
public final class AdministrativePower {

    private final RealmModel realm;
    private final PermissionPolicies policies;

    private AdministrativePower(RealmModel realm, PermissionPolicies policies) {
        this.realm = realm;
        this.policies = policies;
    }

    public static AdministrativePower in(KeycloakSession session, RealmModel realm) {
        return new AdministrativePower(realm, PermissionPolicies.of(session, realm));
    }

    public boolean isHeldBy(UserModel user) {
        return AdministrativeRoles.areHeldBy(user) || policies.name(user);
    }

    /** The app itself; it may also have an account of its own. */
    public boolean isHeldBy(ClientModel app) {
        return policies.clients().contains(app.getId());
    }

    /** For questions about many users. */
    public Holders holders() {
        Set<String> roles = new HashSet<>(AdministrativeRoles.idsOf(realm));
        roles.addAll(policies.roles());
        return new Holders(roles, policies.groups(), policies.users());
    }
}
