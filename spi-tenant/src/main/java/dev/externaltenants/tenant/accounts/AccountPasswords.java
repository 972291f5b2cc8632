package dev.externaltenants.tenant.accounts;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Passwords that administrators set for others. */
public final class AccountPasswords {

    /** Without letters and digits that look alike, since such a password is often read out. */
    private static final char[] CHARACTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();

    private static final int LENGTH = 16;
    private static final int TRIES = 50;

    private final KeycloakSession session;
    private final RealmModel realm;

    public AccountPasswords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Sets the password and returns it when it was generated, else null.
     *
     * @throws TenantException {@code xt_account_password_refused}
     */
    public String set(UserModel user, TemporaryPassword wanted) {
        String password = wanted.password() == null ? generate(user) : wanted.password();
        try {
            if (!user.credentialManager().updateCredential(UserCredentialModel.password(password, false))) {
                throw refused("No store took the password.");
            }
        } catch (ModelException byPolicy) {
            throw refused(KeycloaksReason.after(
                    "The realm's password policy refuses the password.",
                    session,
                    realm,
                    byPolicy.getMessage(),
                    byPolicy.getParameters()));
        }
        if (wanted.forceChangePasswordNextSignIn()) {
            user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else {
            user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        }
        return wanted.password() == null ? password : null;
    }

    private String generate(UserModel user) {
        PasswordPolicyManagerProvider policy = session.getProvider(PasswordPolicyManagerProvider.class);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String password = SecretGenerator.getInstance().randomString(LENGTH, CHARACTERS);
            if (policy.validate(realm, user, password) == null) {
                return password;
            }
        }
        throw refused("The realm's password policy is too strict for generated passwords; give one.");
    }

    private static TenantException refused(String why) {
        return TenantException.invalid("xt_account_password_refused", "password", why);
    }
}
