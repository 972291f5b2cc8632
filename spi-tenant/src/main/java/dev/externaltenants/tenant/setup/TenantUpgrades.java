package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Brings tenants that an older version made up to date, once per start and beside the server's work: one statement finds
 * them, and each gets a transaction of its own.
 */
final class TenantUpgrades implements Runnable {

    static final String TASK = "xt-tenant-upgrade";

    private static final Logger LOG = Logger.getLogger(TenantUpgrades.class);

    private final Supplier<List<String>> outdated;
    private final Consumer<String> upgrade;

    TenantUpgrades(Supplier<List<String>> outdated, Consumer<String> upgrade) {
        this.outdated = outdated;
        this.upgrade = upgrade;
    }

    static TenantUpgrades of(KeycloakSessionFactory sessions) {
        return new TenantUpgrades(
                () -> KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> KeycloakCompat.of(session)
                        .realmsWithout(
                                TenantProvider.class, TenantComponent.SCHEMA_VERSION, TenantComponent.CURRENT_SCHEMA)),
                realmId -> KeycloakModelUtils.runJobInTransaction(sessions, session -> establish(session, realmId)));
    }

    @Override
    public void run() {
        try {
            List<String> realmIds = outdated.get();
            long upgraded = realmIds.stream().filter(this::succeeds).count();
            if (!realmIds.isEmpty()) {
                LOG.infof("External Tenants: brought %d of %d tenants up to date", upgraded, realmIds.size());
            }
        } catch (RuntimeException e) {
            LOG.errorf("External Tenants: cannot look for tenants of an older version: %s", e);
            LOG.debug("The cause", e);
        }
    }

    /** One that cannot be brought up to date must not keep the others from it. */
    private boolean succeeds(String realmId) {
        try {
            upgrade.accept(realmId);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(
                    "External Tenants: cannot bring the tenant of realm id %s up to date, PUT its external-tenant to try"
                            + " again: %s",
                    realmId, e);
            LOG.debug("The cause", e);
            return false;
        }
    }

    private static void establish(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        // Another node may have done it, or the realm be gone, since it was looked.
        if (realm != null
                && TenantComponent.find(realm)
                        .filter(TenantComponent::isOutdated)
                        .isPresent()) {
            session.getContext().setRealm(realm);
            TenantProvider.of(session).establish(realm, Tenant.unchanged());
        }
    }
}
