package dev.externaltenants.compat;

import java.util.Set;

import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Books with the {@link BruteForceProtector}, whose arguments changed in 26.6 and again in 26.7. */
final class BruteForceLoginFailures implements LoginFailures {

    private static final Set<String> SECOND_FACTOR = Set.of(OTPCredentialModel.TYPE);

    private final KeycloakSession session;

    BruteForceLoginFailures(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean isLockedOut(UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        return realm.isBruteForceProtected()
                && (protector().isTemporarilyDisabled(session, realm, user)
                        || protector().isPermanentlyLockedOut(session, realm, user));
    }

    @Override
    public void secondFactorFailed(UserModel user) {
        KeycloakContext context = session.getContext();
        if (context.getRealm().isBruteForceProtected()) {
            protector().failedLogin(context.getRealm(), user, context.getConnection(), context.getUri(), SECOND_FACTOR);
        }
    }

    @Override
    public void secondFactorSucceeded(UserModel user) {
        KeycloakContext context = session.getContext();
        if (context.getRealm().isBruteForceProtected()) {
            protector()
                    .successfulLogin(
                            context.getRealm(), user, context.getConnection(), context.getUri(), SECOND_FACTOR);
        }
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }
}
