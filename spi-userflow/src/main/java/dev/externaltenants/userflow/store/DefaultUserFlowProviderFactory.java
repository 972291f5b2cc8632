package dev.externaltenants.userflow.store;

import java.util.List;

import dev.externaltenants.userflow.RequiredModule;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.UserFlowProviderFactory;
import dev.externaltenants.userflow.UserFlowRules;
import dev.externaltenants.userflow.broker.GatedProvidersFactory;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Makes the provider and guards its components: every door to a user flow, realm import included, passes
 * {@link #validateConfiguration}, which is where the rules hold and the slot is taken.
 */
public final class DefaultUserFlowProviderFactory
        implements UserFlowProviderFactory, ComponentFactory<UserFlowProvider, UserFlowProvider> {

    static final String ID = "xt-user-flow";

    @Override
    public UserFlowProvider create(KeycloakSession session) {
        return new DefaultUserFlowProvider(session);
    }

    @Override
    public UserFlowProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (model.getId() == null) {
            model.setId(KeycloakModelUtils.generateId());
        }
        UserFlow flow = checked(model);
        new UserFlowSlots(session).claim(realm.getId(), model.getId(), flow.name(), flow.version());
    }

    /** What our REST stores, it has checked; so what is refused here is a flow of a file, which has many. */
    private static UserFlow checked(ComponentModel model) {
        try {
            UserFlow flow = UserFlowComponent.read(model);
            UserFlowRules.check(flow);
            return flow;
        } catch (TenantException refused) {
            throw refused.at("userFlows[" + model.getName() + "]");
        }
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        new UserFlowSlots(session).release(realm.getId(), model.getId());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        GatedProvidersFactory.requireInForce(factory);
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new UserFlowSlots(removed.getKeycloakSession())
                        .releaseAll(removed.getRealm().getId());
            } else if (event instanceof ClientModel.ClientUpdatedEvent updated) {
                new AppMappingGuard(updated.getKeycloakSession()).check(updated.getUpdatedClient());
            } else if (event instanceof RealmModel.IdentityProviderRemovedEvent removed) {
                ProviderRemoval.follow(removed);
            }
        });
    }

    /** Keeps Keycloak's generic component REST off, which knows none of our permissions and admin events. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "User flows of an external tenant.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return UserFlowComponent.properties();
    }

    @Override
    public void init(Config.Scope config) {
        RequiredModule.check(getClass().getClassLoader());
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
