package dev.externaltenants.compat;

import java.util.Set;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Books with the {@link BruteForceProtector}, whose arguments changed in 26.6 and again in 26.7. */
final class BruteForceLoginFailures implements LoginFailures {

    private static final Set<String> FIRST_FACTOR = Set.of(PasswordCredentialModel.TYPE);
    private static final Set<String> SECOND_FACTOR = Set.of(OTPCredentialModel.TYPE);

    private final KeycloakSession session;

    BruteForceLoginFailures(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Asks what is booked and not the protector: that one also refuses while an earlier try of the same user is still being
     * booked, which happens behind the response, and a quick customer would be told that she is locked out.
     */
    @Override
    public boolean isLockedOut(UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isBruteForceProtected()) {
            return false;
        }
        UserLoginFailureModel booked = session.loginFailures().getUserLoginFailure(realm, user.getId());
        return booked != null && (isForATime(booked) || isForGood(realm, booked));
    }

    private static boolean isForATime(UserLoginFailureModel booked) {
        return Time.currentTimeSeconds() < booked.getFailedLoginNotBefore();
    }

    private static boolean isForGood(RealmModel realm, UserLoginFailureModel booked) {
        return realm.isPermanentLockout() && booked.getNumTemporaryLockouts() > realm.getMaxTemporaryLockouts();
    }

    @Override
    public void firstFactorFailed(UserModel user) {
        failed(user, FIRST_FACTOR);
    }

    @Override
    public void firstFactorSucceeded(UserModel user) {
        succeeded(user, FIRST_FACTOR);
    }

    @Override
    public void secondFactorFailed(UserModel user) {
        failed(user, SECOND_FACTOR);
    }

    @Override
    public void secondFactorSucceeded(UserModel user) {
        succeeded(user, SECOND_FACTOR);
    }

    private void failed(UserModel user, Set<String> categories) {
        KeycloakContext context = session.getContext();
        if (context.getRealm().isBruteForceProtected()) {
            protector().failedLogin(context.getRealm(), user, context.getConnection(), context.getUri(), categories);
        }
    }

    private void succeeded(UserModel user, Set<String> categories) {
        KeycloakContext context = session.getContext();
        if (context.getRealm().isBruteForceProtected()) {
            protector()
                    .successfulLogin(context.getRealm(), user, context.getConnection(), context.getUri(), categories);
        }
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }
}
