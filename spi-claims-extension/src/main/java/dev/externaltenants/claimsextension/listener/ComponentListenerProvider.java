package dev.externaltenants.claimsextension.listener;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Application;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps listeners as components of the realm, whose cache, export and removal are Keycloak's. */
final class ComponentListenerProvider implements AuthenticationEventListenerProvider {

    private final KeycloakSession session;
    private final ListenerReferences references;

    ComponentListenerProvider(KeycloakSession session) {
        this.session = session;
        this.references = new ListenerReferences(session);
    }

    @Override
    public Stream<AuthenticationEventListener> list(RealmModel realm) {
        return stored(realm).sorted(Comparator.comparing(AuthenticationEventListener::name));
    }

    @Override
    public Optional<AuthenticationEventListener> find(RealmModel realm, String id) {
        return component(realm, id).map(ListenerComponent::read);
    }

    @Override
    public Optional<ChosenListener> forEvent(
            ClientModel app, Optional<ClientModel> resource, AppFlow appFlow, AuthenticationEvent event) {
        if (!ListenerReferences.mayBeListenedTo(app)) {
            return Optional.empty();
        }
        Optional<String> userFlow = appFlow.assignedFlow().map(UserFlow::id);
        return new ListenerChoice(app.getClientId(), userFlow, resource.map(ClientModel::getClientId), event)
                .among(stored(app.getRealm()));
    }

    @Override
    public AuthenticationEventListener create(RealmModel realm, AuthenticationEventListener listener) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        AuthenticationEventListener created = listener.withIdAndVersion(KeycloakModelUtils.generateId(), 1L);
        check(realm, created);
        realm.addComponentModel(ListenerComponent.of(realm, created));
        return created;
    }

    @Override
    public AuthenticationEventListener update(RealmModel realm, AuthenticationEventListener listener) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        AuthenticationEventListener stored =
                find(realm, listener.id()).orElseThrow(ComponentListenerProvider::notFound);
        if (!Objects.equals(stored.version(), listener.version())) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "The listener was changed by someone else; read it again.");
        }
        check(realm, listener);
        return replaced(realm, listener);
    }

    @Override
    public void delete(RealmModel realm, String id) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        realm.removeComponent(component(realm, id).orElseThrow(ComponentListenerProvider::notFound));
    }

    @Override
    public void forgetApplication(RealmModel realm, String clientId) {
        changeConditions(
                realm,
                conditions -> conditions.withApplications(conditions.includeApplications().stream()
                        .filter(app -> !clientId.equals(app.appId()))
                        .toList()));
    }

    @Override
    public void renameApplication(RealmModel realm, String clientId, String newClientId) {
        changeConditions(
                realm,
                conditions -> conditions.withApplications(conditions.includeApplications().stream()
                        .map(app -> clientId.equals(app.appId()) ? new Application(newClientId) : app)
                        .distinct()
                        .toList()));
    }

    @Override
    public void forgetUserFlow(RealmModel realm, String userFlowId) {
        changeConditions(
                realm,
                conditions -> conditions.withUserFlows(conditions.userFlows().stream()
                        .filter(flow -> !userFlowId.equals(flow))
                        .toList()));
    }

    @Override
    public void reconnect(RealmModel realm) {
        Map<String, String> flows = UserFlowProvider.of(session).idsByImportedName(realm);
        Map<String, String> extensions = CustomExtensionProvider.of(session).idsByImportedName(realm);
        for (AuthenticationEventListener listener : list(realm).toList()) {
            Conditions conditions = listener.conditions();
            AuthenticationEventListener known = listener.withExtension(
                            extensions.getOrDefault(listener.extensionId(), listener.extensionId()))
                    .withConditions(conditions.withUserFlows(conditions.userFlows().stream()
                            .map(flow -> flows.getOrDefault(flow, flow))
                            .distinct()
                            .toList()));
            if (!known.equals(listener)) {
                realm.updateComponent(ListenerComponent.of(realm, known));
            }
        }
    }

    @Override
    public void checkAll(RealmModel realm) {
        list(realm).forEach(listener -> {
            try {
                check(realm, listener);
            } catch (TenantException refused) {
                throw refused.at("eventListeners[" + listener.name() + "]");
            }
        });
    }

    private void changeConditions(RealmModel realm, UnaryOperator<Conditions> change) {
        if (changed(realm, change).isEmpty()) {
            return;
        }
        KeycloakCompat.of(session).lockConfiguration(realm);
        changed(realm, change).forEach(listener -> replaced(realm, listener));
    }

    private List<AuthenticationEventListener> changed(RealmModel realm, UnaryOperator<Conditions> change) {
        return stored(realm)
                .filter(listener -> !change.apply(listener.conditions()).equals(listener.conditions()))
                .map(listener -> listener.withConditions(change.apply(listener.conditions())))
                .toList();
    }

    private AuthenticationEventListener replaced(RealmModel realm, AuthenticationEventListener listener) {
        AuthenticationEventListener updated = listener.withIdAndVersion(listener.id(), listener.version() + 1);
        realm.updateComponent(ListenerComponent.of(realm, updated));
        return updated;
    }

    private void check(RealmModel realm, AuthenticationEventListener listener) {
        // the references are looked for only once all that names them is there
        ListenerRules.check(listener);
        references.check(realm, listener);
    }

    private static Stream<AuthenticationEventListener> stored(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), ListenerComponent.PROVIDER_TYPE)
                .map(ListenerComponent::read);
    }

    private static Optional<ComponentModel> component(RealmModel realm, String id) {
        return Optional.ofNullable(realm.getComponent(id)).filter(ListenerComponent::holdsOne);
    }

    private static TenantException notFound() {
        return TenantException.notFound("xt_listener_not_found", "There is no such listener.");
    }
}
