package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.AccountOfAddress;
import org.keycloak.models.KeycloakSession;
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
        return AccountOfAddress.find(session, realm, address).filter(CodeCustomer::is);
    }

    static boolean is(UserModel user) {
        return user.isEnabled()
                && user.getEmail() != null
                && user.isEmailVerified()
                && !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }
}
