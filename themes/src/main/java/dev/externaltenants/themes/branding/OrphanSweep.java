package dev.externaltenants.themes.branding;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Removes files that no brand names: drafts that were given up, what was shown long ago, and what a realm left that went
 * while we were not installed. On one node at a time, some realms each time, each in a transaction of its own.
 */
final class OrphanSweep implements Runnable {

    static final String TASK = "xt-branding-sweep";
    static final Duration INTERVAL = Duration.ofHours(1);

    /** Longer than any page stays open; and so often is each realm looked at that has a brand. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int REALMS_AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    private final KeycloakSessionFactory sessions;

    OrphanSweep(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void run() {
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(TASK, Math.toIntExact(INTERVAL.toSeconds()), () -> {
                        sweep();
                        return null;
                    });
        } catch (RuntimeException e) {
            LOG.errorf("External Tenants: cannot remove files of brands that nobody uses: %s", e);
            LOG.debug("The cause", e);
        }
    }

    private void sweep() {
        long since = Time.currentTimeMillis() - KEPT.toMillis();
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new BrandFiles(session).realmsWithUnused(since, REALMS_AT_ONCE));
        realms.forEach(realm -> sweep(realm, since));
    }

    private void sweep(String realmId, long since) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> sweep(session, realmId, since));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "External Tenants: cannot tell which files the brands of realm %s use, so all stay: %s",
                    realmId, e);
            LOG.debug("The cause", e);
            // Else it would be among the first again, and others might never come to their turn.
            KeycloakModelUtils.runJobInTransaction(sessions, session -> new BrandFiles(session).touchAll(realmId));
        }
    }

    private static void sweep(KeycloakSession session, String realmId, long since) {
        BrandFiles files = new BrandFiles(session);
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            files.touch(realmId, named(realm));
        }
        int removed = files.removeUnused(realmId, since);
        LOG.debugf("Removed %d files of brands that nobody uses", removed);
    }

    private static Set<String> named(RealmModel realm) {
        return new TenantBrands(realm).images().map(BrandImage::hash).collect(Collectors.toSet());
    }
}
