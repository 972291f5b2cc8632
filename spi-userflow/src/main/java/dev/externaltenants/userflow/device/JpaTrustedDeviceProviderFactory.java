package dev.externaltenants.userflow.device;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Makes the provider that keeps devices in the database, and lets them go with their customer, their realm, or their time. */
public final class JpaTrustedDeviceProviderFactory implements TrustedDeviceProviderFactory {

    static final String ID = "xt-jpa";

    @Override
    public TrustedDeviceProvider create(KeycloakSession session) {
        return new JpaTrustedDeviceProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                new TrustedDeviceRows(removed.getKeycloakSession())
                        .removeOfUser(removed.getRealm(), removed.getUser().getId());
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new TrustedDeviceRows(removed.getKeycloakSession()).removeOfRealm(removed.getRealm());
            } else if (event instanceof PostMigrationEvent started) {
                purgeHourly(started.getFactory());
            }
        });
    }

    private static void purgeHourly(KeycloakSessionFactory sessions) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(TimerProvider.class)
                .schedule(
                        new TrustedDevicePurge(sessions),
                        TrustedDevicePurge.INTERVAL.toMillis(),
                        TrustedDevicePurge.TASK));
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }
}
