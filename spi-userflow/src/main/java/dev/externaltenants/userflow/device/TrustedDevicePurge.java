package dev.externaltenants.userflow.device;

import java.time.Duration;

import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Removes devices whose time is over: one statement for all tenants, by an index, on one node at a time. Whose account went
 * unseen, as in an outside directory, is gone by it within 90 days.
 */
final class TrustedDevicePurge implements Runnable {

    static final String TASK = "xt-trusted-device-purge";
    static final Duration INTERVAL = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(TrustedDevicePurge.class);

    private final KeycloakSessionFactory sessions;

    TrustedDevicePurge(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void run() {
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(TASK, Math.toIntExact(INTERVAL.toSeconds()), () -> {
                        KeycloakModelUtils.runJobInTransaction(sessions, TrustedDevicePurge::purge);
                        return null;
                    });
        } catch (RuntimeException e) {
            LOG.errorf("External Tenants: cannot remove trusted devices whose time is over: %s", e);
            LOG.debug("The cause", e);
        }
    }

    private static void purge(KeycloakSession session) {
        int removed = new TrustedDeviceRows(session).removeExpired(Time.currentTimeMillis());
        LOG.debugf("Removed %d trusted devices whose time is over", removed);
    }
}
