package dev.externaltenants.tenant.customers;

import java.time.Duration;
import java.util.List;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.UserDirectory.Found;
import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.tenant.TenantProvider;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Removes deleted customers who can no longer be restored, and the mark of those whom somebody enabled at Keycloak: on one
 * node at a time, found by one statement over all tenants, each in a transaction of its own.
 */
public final class CustomerPurge implements Runnable {

    public static final String TASK = "xt-customer-purge";
    public static final Duration INTERVAL = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(CustomerPurge.class);
    private static final int PAGE = 100;

    private final KeycloakSessionFactory sessions;

    public CustomerPurge(KeycloakSessionFactory sessions) {
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
            LOG.errorf("External Tenants: cannot look for deleted customers: %s", e);
            LOG.debug("The cause", e);
        }
    }

    private void sweep() {
        String after = "";
        List<Found> page;
        do {
            page = page(after);
            page.forEach(this::settle);
            after = page.isEmpty() ? after : page.get(page.size() - 1).userId();
        } while (page.size() == PAGE);
    }

    private List<Found> page(String after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> KeycloakCompat.of(session)
                .userDirectory()
                .marked(CustomerMark.DELETED, Deletion.limit(), after, PAGE));
    }

    /** One that cannot be removed must not keep the others. */
    private void settle(Found found) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> settle(session, found));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "External Tenants: cannot remove the deleted customer %s of realm id %s: %s",
                    found.userId(), found.realmId(), e);
            LOG.debug("The cause", e);
        }
    }

    private static void settle(KeycloakSession session, Found found) {
        RealmModel realm = session.realms().getRealm(found.realmId());
        // Users of a realm that is no tenant any more are not ours to remove.
        if (realm == null || TenantProvider.of(session).find(realm).isEmpty()) {
            return;
        }
        session.getContext().setRealm(realm);
        if (!KeycloakCompat.of(session).userDirectory().lock(realm, found.userId())) {
            return;
        }
        UserModel user = session.users().getUserById(realm, found.userId());
        if (user.isEnabled()) {
            user.removeAttribute(CustomerMark.DELETED);
        } else if (Deletion.of(user).filter(Deletion::isFinal).isPresent()) {
            new UserManager(session).removeUser(realm, user);
            LOG.debugf("Removed the deleted customer %s of realm %s for good", found.userId(), realm.getName());
        }
    }
}
