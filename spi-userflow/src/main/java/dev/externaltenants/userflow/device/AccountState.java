package dev.externaltenants.userflow.device;

import java.util.Locale;

import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The state of an account that its devices are trusted for, as one value to compare: the password and when all that was open
 * ended last, as {@link SignInProof} reads them, and the address that codes go to. Compared at each use, so that no way to
 * change one of them can forget the devices.
 */
final class AccountState {

    private AccountState() {}

    /** A hash, so that the table of devices holds no address. */
    static String of(KeycloakSession session, UserModel user) {
        SignInProof proof = SignInProof.beginning(session, user);
        // A code goes to a verified address only, so none stands in for another.
        String email = user.getEmail() == null || !user.isEmailVerified()
                ? ""
                : user.getEmail().toLowerCase(Locale.ROOT);
        return DeviceSecret.sha256(String.join(
                " ", user.getId(), String.valueOf(proof.passwordSince()), String.valueOf(proof.notBefore()), email));
    }
}
