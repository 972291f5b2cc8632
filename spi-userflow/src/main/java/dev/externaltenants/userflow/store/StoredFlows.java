package dev.externaltenants.userflow.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** User flows as components of the realm, so that Keycloak caches, exports, imports and removes them with it. */
final class StoredFlows {

    private final KeycloakSession session;

    StoredFlows(KeycloakSession session) {
        this.session = session;
    }

    /** Ordered by name. */
    Stream<UserFlow> list(RealmModel realm) {
        return components(realm).map(UserFlowComponent::read).sorted(Comparator.comparing(UserFlow::name));
    }

    Optional<UserFlow> find(RealmModel realm, String id) {
        return component(realm, id).map(UserFlowComponent::read);
    }

    /** As stored now, or refused with {@code xt_flow_not_found}. */
    UserFlow require(RealmModel realm, String id) {
        return UserFlowComponent.read(requireComponent(realm, id));
    }

    Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserFlowProvider.class.getName());
    }

    /** By what a file may call them: a name counts least and the id of now most, should one flow's be another's. */
    Map<String, String> idsByImportedName(RealmModel realm) {
        List<ComponentModel> imported = components(realm).toList();
        Map<String, String> ids = new HashMap<>();
        imported.forEach(flow -> ids.put(flow.getName(), flow.getId()));
        imported.forEach(flow -> ids.put(UserFlowComponent.writtenId(flow), flow.getId()));
        imported.forEach(flow -> ids.put(flow.getId(), flow.getId()));
        return ids;
    }

    void add(RealmModel realm, UserFlow flow) {
        ComponentModel model = new ComponentModel();
        model.setId(flow.id());
        model.setParentId(realm.getId());
        UserFlowComponent.write(flow, model);
        // The factory takes the slot when the component is validated, as it does for realm import.
        realm.addComponentModel(model);
    }

    /** Returns it with the version it has now; refuses one that was read before somebody else wrote. */
    UserFlow replace(RealmModel realm, UserFlow flow) {
        ComponentModel present = requireComponent(realm, flow.id());
        long version = new UserFlowSlots(session).advance(realm.getId(), flow.id(), flow.version());
        UserFlow updated = flow.withIdAndVersion(flow.id(), version);
        ComponentModel changed = new ComponentModel(present);
        UserFlowComponent.write(updated, changed);
        realm.updateComponent(changed);
        return updated;
    }

    void remove(RealmModel realm, UserFlow flow) {
        realm.removeComponent(requireComponent(realm, flow.id()));
    }

    private static Optional<ComponentModel> component(RealmModel realm, String id) {
        return Optional.ofNullable(id)
                .map(realm::getComponent)
                .filter(model -> UserFlowProvider.class.getName().equals(model.getProviderType()));
    }

    private static ComponentModel requireComponent(RealmModel realm, String id) {
        return component(realm, id)
                .orElseThrow(() -> TenantException.notFound("xt_flow_not_found", "There is no user flow of this id."));
    }
}
