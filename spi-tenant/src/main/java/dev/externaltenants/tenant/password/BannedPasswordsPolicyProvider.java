package dev.externaltenants.tenant.password;

import java.util.List;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Refuses passwords that everybody tries first, and those of the tenant's own list. */
final class BannedPasswordsPolicyProvider implements PasswordPolicyProvider {

    private final KeycloakSession session;
    private final BannedPasswords common;

    BannedPasswordsPolicyProvider(KeycloakSession session, BannedPasswords common) {
        this.session = session;
        this.common = common;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        List<String> own = TenantProvider.of(session)
                .find(realm)
                .map(Tenant::bannedPasswords)
                .orElse(List.of());
        boolean banned = common.bans(password) || new BannedPasswords(own).bans(password);
        return banned ? new PolicyError("xtPasswordBanned") : null;
    }

    @Override
    public PolicyError validate(String user, String password) {
        return validate(session.getContext().getRealm(), null, password);
    }

    @Override
    public Object parseConfig(String value) {
        return value;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
