package dev.externaltenants.compat;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Compat for Keycloak 26.7.x. */
final class Keycloak267Compat implements KeycloakCompat {

    private final KeycloakSession session;

    Keycloak267Compat(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public LoginFailures loginFailures() {
        return new BruteForceLoginFailures(session);
    }

    @Override
    public void lockConfiguration(RealmModel realm) {
        new RealmConfigurationLock(session).take(realm);
    }
}
