package dev.externaltenants.userflow.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.CustomerApp;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which app has which user flow: an attribute of the client, so an app has at most one. */
final class MappedApps {

    private final KeycloakSession session;
    private final StoredFlows flows;

    MappedApps(KeycloakSession session, StoredFlows flows) {
        this.session = session;
        this.flows = flows;
    }

    AppFlow flowOf(ClientModel app) {
        String flowId = app.getAttribute(UserFlow.CLIENT_ATTRIBUTE);
        if (flowId == null || flowId.isEmpty()) {
            return new AppFlow.None();
        }
        if (overridesFlows(app)) {
            return new AppFlow.Unavailable(flowId);
        }
        return flows.find(app.getRealm(), flowId)
                .filter(UserFlow::enabled)
                .<AppFlow>map(AppFlow.Assigned::new)
                .orElseGet(() -> new AppFlow.Unavailable(flowId));
    }

    Stream<ClientModel> of(RealmModel realm, UserFlow flow) {
        // Keycloak searches clients only by attributes that its start options name; administration can afford the walk.
        return realm.getClientsStream()
                .filter(app -> isMapped(app, flow))
                .sorted(Comparator.comparing(ClientModel::getClientId));
    }

    void assign(UserFlow flow, ClientModel app) {
        RealmModel realm = app.getRealm();
        if (!CustomerApp.is(app)) {
            throw TenantException.invalid(
                    "xt_application_field_unsuitable",
                    "userFlow",
                    "Customers do not sign in to this app, so it has no user flow.");
        }
        if (overridesFlows(app)) {
            throw TenantException.conflict(
                    "xt_application_overrides_flows",
                    null,
                    "The app overrides authentication flows, which would pass its user flow by. Remove the overrides.");
        }
        KeycloakCompat.of(session).lockConfiguration(realm);
        flows.require(realm, flow.id());
        // Only what is missing is written: every write of a client empties its cache on all nodes.
        if (!isMapped(app, flow)) {
            AppMappingGuard.permit(session);
            app.setAttribute(UserFlow.CLIENT_ATTRIBUTE, flow.id());
        }
        addTenantScopes(realm, app);
    }

    /** Clients made before the realm became a tenant, or with scopes of their own, lack the tenant's. */
    private static void addTenantScopes(RealmModel realm, ClientModel app) {
        Set<String> present = app.getClientScopes(true).keySet();
        realm.getDefaultClientScopesStream(true)
                .filter(scope -> Boolean.parseBoolean(scope.getAttribute(UserFlow.TENANT_SCOPE_ATTRIBUTE)))
                .filter(scope -> !present.contains(scope.getName()))
                .forEach(scope -> app.addClientScope(scope, true));
    }

    void release(UserFlow flow, ClientModel app) {
        if (isMapped(app, flow)) {
            release(app);
        }
    }

    void release(ClientModel app) {
        AppMappingGuard.permit(session);
        app.removeAttribute(UserFlow.CLIENT_ATTRIBUTE);
    }

    /** An import may give flows new ids, and a file written by hand may name the flow instead. */
    void reconnect(RealmModel realm) {
        List<ComponentModel> imported = flows.components(realm).toList();
        Map<String, String> ids = flows.idsByImportedName(realm);
        for (ClientModel app : realm.getClientsStream().toList()) {
            String mapped = app.getAttribute(UserFlow.CLIENT_ATTRIBUTE);
            String flow = ids.get(mapped);
            if (mapped != null && flow != null && !flow.equals(mapped)) {
                app.setAttribute(UserFlow.CLIENT_ATTRIBUTE, flow);
            }
        }
        imported.stream()
                .filter(flow -> !flow.getId().equals(UserFlowComponent.writtenId(flow)))
                .map(UserFlowComponent::withIdOfNow)
                .forEach(realm::updateComponent);
    }

    private static boolean isMapped(ClientModel app, UserFlow flow) {
        return flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE));
    }

    private static boolean overridesFlows(ClientModel app) {
        return !app.getAuthenticationFlowBindingOverrides().isEmpty();
    }
}
