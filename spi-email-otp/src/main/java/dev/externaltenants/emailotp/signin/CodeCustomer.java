package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Whose account a code by e-mail opens: one without a password, whose address is verified.
 *
 * <p>An account with a password keeps it. Else whoever reads its mailbox would pass the password by, at every app through
 * the shared session.
 */
final class CodeCustomer {

    private CodeCustomer() {}

    static Optional<UserModel> find(KeycloakSession session, RealmModel realm, String address) {
        try {
            return Optional.ofNullable(session.users().getUserByEmail(realm, address))
                    .filter(CodeCustomer::is);
        } catch (ModelDuplicateException ambiguous) {
            // An address of two accounts, from before the realm became a tenant, opens neither.
            return Optional.empty();
        }
    }

    static boolean is(UserModel user) {
        return user.isEnabled()
                && user.getEmail() != null
                && user.isEmailVerified()
                && !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }
}
