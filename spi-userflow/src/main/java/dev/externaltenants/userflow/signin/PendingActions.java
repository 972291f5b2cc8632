package dev.externaltenants.userflow.signin;

import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What an administrator demands of a customer at the next sign-in. Where that changes a means of proof, it takes both
 * factors as if an app asked for it: else whoever has learnt the password would make the second factor, too.
 */
final class PendingActions {

    private static final Set<String> OF_PROOF = Set.of(
            RequiredAction.CONFIGURE_TOTP.name(),
            RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name(),
            RequiredAction.UPDATE_EMAIL.name(),
            WebAuthnRegisterFactory.PROVIDER_ID,
            WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);

    private PendingActions() {}

    /** Returns whether there is one, and the customer can give a second proof; who cannot sets up the first one by it. */
    static boolean wantTwoFactors(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn, UserModel user) {
        return Stream.concat(user.getRequiredActionsStream(), signIn.getRequiredActions().stream())
                        .anyMatch(OF_PROOF::contains)
                && (provesMoreByMail(session, realm, signIn, user) || hasMore(user));
    }

    private static boolean provesMoreByMail(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn, UserModel user) {
        return user.getEmail() != null && user.isEmailVerified() && !FirstFactor.isEmailCode(session, realm, signIn);
    }

    private static boolean hasMore(UserModel user) {
        return Stream.of(
                        OTPCredentialModel.TYPE,
                        WebAuthnCredentialModel.TYPE_TWOFACTOR,
                        WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .anyMatch(user.credentialManager()::isConfiguredFor);
    }
}
