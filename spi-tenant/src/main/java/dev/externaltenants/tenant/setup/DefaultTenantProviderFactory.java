package dev.externaltenants.tenant.setup;

import java.util.List;

import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.tenant.TenantProviderFactory;
import dev.externaltenants.tenant.customers.CustomerPurge;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.timer.TimerProvider;

/** Makes the provider, makes an imported tenant whole in the transaction that imports it, and upgrades tenants at start. */
public final class DefaultTenantProviderFactory
        implements TenantProviderFactory, ComponentFactory<TenantProvider, TenantProvider> {

    static final String ID = TenantRealm.COMPONENT;

    @Override
    public TenantProvider create(KeycloakSession session) {
        return new DefaultTenantProvider(session);
    }

    @Override
    public TenantProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                establishImported(created.getKeycloakSession(), created.getCreatedRealm());
            } else if (event instanceof PostMigrationEvent started) {
                upgradeLater(started.getFactory());
                purgeHourly(started.getFactory());
            }
        });
    }

    /** A thousand tenants of an older version must not keep the server from starting. */
    private static void upgradeLater(KeycloakSessionFactory sessions) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(ExecutorsProvider.class)
                .getExecutor(TenantUpgrades.TASK)
                .execute(TenantUpgrades.of(sessions)));
    }

    private static void purgeHourly(KeycloakSessionFactory sessions) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(TimerProvider.class)
                .schedule(new CustomerPurge(sessions), CustomerPurge.INTERVAL.toMillis(), CustomerPurge.TASK));
    }

    private static void establishImported(KeycloakSession session, RealmModel realm) {
        RealmModel before = session.getContext().getRealm();
        // Keycloak's user profile works on the realm of the context, which during import is the administrator's.
        session.getContext().setRealm(realm);
        try {
            TenantProvider tenants = TenantProvider.of(session);
            if (tenants.find(realm).isPresent()) {
                UserFlowProvider userFlows = UserFlowProvider.of(session);
                AuthenticationEventListenerProvider listeners = AuthenticationEventListenerProvider.of(session);
                // First, as the others forget which ids there were before the import.
                listeners.reconnect(realm);
                userFlows.reconnectApps(realm);
                tenants.establish(realm, Tenant.unchanged());
                // Only now is everything there that a flow may refer to.
                CustomExtensionProvider.of(session).reconnectUserFlows(realm);
                userFlows.checkAll(realm);
                listeners.checkAll(realm);
            }
        } finally {
            session.getContext().setRealm(before);
        }
    }

    /** Keeps Keycloak's generic component REST off. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "Marks the realm as an external tenant.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return TenantComponent.properties();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
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
