package dev.externaltenants.claimsextension.listener;

import java.util.List;
import java.util.Objects;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the store, and guards every door to it: REST and realm import alike pass {@link #validateConfiguration}. */
public final class ComponentListenerProviderFactory
        implements AuthenticationEventListenerProviderFactory,
                ComponentFactory<AuthenticationEventListenerProvider, AuthenticationEventListenerProvider> {

    static final String ID = "xt-event-listener";

    @Override
    public AuthenticationEventListenerProvider create(KeycloakSession session) {
        return new ComponentListenerProvider(session);
    }

    @Override
    public AuthenticationEventListenerProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        AuthenticationEventListener listener = ListenerComponent.parse(model);
        ListenerRules.check(listener);
        List<ComponentModel> others = realm.getComponentsStream(realm.getId(), ListenerComponent.PROVIDER_TYPE)
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .toList();
        if (others.size() >= AuthenticationEventListener.LIMIT) {
            throw TenantException.conflict(
                    "xt_listener_limit_reached",
                    null,
                    "A tenant has at most " + AuthenticationEventListener.LIMIT + " event listeners.");
        }
        if (others.stream().anyMatch(other -> listener.name().equals(other.getName()))) {
            throw TenantException.conflict("xt_listener_name_taken", "name", "Another listener has this name.");
        }
    }

    /** The generic component REST API would bypass our permission check, events and versions. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(ListenerUpkeep::follow);
    }

    /** Names every key of a stored listener: partial export drops those it does not find here. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ListenerComponent.KEYS.stream()
                .map(key -> new ProviderConfigProperty(key, key, null, ProviderConfigProperty.STRING_TYPE, null))
                .toList();
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

    @Override
    public String getHelpText() {
        return "Has a custom extension asked at an event of some apps";
    }
}
