package dev.externaltenants.customattributes.purge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;

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
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.timer.TimerProvider;

/** Makes the store, and has the node look for open purges: at its start, after each deletion, and then each minute. */
public final class ComponentValuePurgeProviderFactory
        implements ValuePurgeProviderFactory, ComponentFactory<ValuePurgeProvider, ValuePurgeProvider> {

    static final String ID = "xt-component";

    /** So long another node waits at most until it takes on what a dead one has left. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final String TASK = "xt-value-purge";

    private volatile Runnable wake = () -> {};

    @Override
    public ValuePurgeProvider create(KeycloakSession session) {
        return new ComponentValuePurgeProvider(session, wake);
    }

    @Override
    public ValuePurgeProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                KeycloakModelUtils.runJobInTransaction(started.getFactory(), this::start);
            }
        });
    }

    private void start(KeycloakSession session) {
        ValuePurgeWorker worker = new ValuePurgeWorker(session.getKeycloakSessionFactory());
        ExecutorService threads = session.getProvider(ExecutorsProvider.class).getExecutor(TASK);
        // The timer's thread serves all of Keycloak's tasks, and a purge takes minutes.
        wake = () -> threads.execute(worker);
        session.getProvider(TimerProvider.class).schedule(wake, INTERVAL.toMillis(), TASK);
        wake.run();
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        PurgeComponent.check(model);
    }

    /** Keeps Keycloak's generic component REST off. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "Removes the values of a deleted attribute.";
    }

    /** Names every key: partial export drops those it does not find here. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigurationBuilder properties = ProviderConfigurationBuilder.create();
        for (String key : PurgeComponent.KEYS) {
            properties
                    .property()
                    .name(key)
                    .type(ProviderConfigProperty.STRING_TYPE)
                    .add();
        }
        return properties.build();
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
