package dev.externaltenants.userflow.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.UserFlowRules;
import dev.externaltenants.userflow.broker.ProviderFlows;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** User flows as components of the realm, so that Keycloak caches, exports, imports and removes them with it. */
final class DefaultUserFlowProvider implements UserFlowProvider {

    private static final Logger LOG = Logger.getLogger(DefaultUserFlowProvider.class);

    private static final Set<String> ACCOUNT_CLIENTS =
            Set.of(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, Constants.ACCOUNT_CONSOLE_CLIENT_ID);

    private final KeycloakSession session;

    DefaultUserFlowProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Stream<UserFlow> list(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserFlowProvider.class.getName())
                .map(UserFlowComponent::read)
                .sorted(Comparator.comparing(UserFlow::name));
    }

    @Override
    public Optional<UserFlow> find(RealmModel realm, String id) {
        return component(realm, id).map(UserFlowComponent::read);
    }

    @Override
    public UserFlow create(RealmModel realm, UserFlow flow) {
        keepProviders(realm, flow);
        UserFlow created = flow.withIdAndVersion(KeycloakModelUtils.generateId(), 1);
        checkRules(realm, created);
        ComponentModel model = new ComponentModel();
        model.setId(created.id());
        model.setParentId(realm.getId());
        UserFlowComponent.write(created, model);
        // The factory takes the slot when the component is validated, as it does for realm import.
        realm.addComponentModel(model);
        leadProviders(realm, created);
        return created;
    }

    @Override
    public UserFlow update(RealmModel realm, UserFlow flow) {
        keepProviders(realm, flow);
        ComponentModel model = component(realm, flow.id()).orElseThrow(DefaultUserFlowProvider::notFound);
        checkRules(realm, flow);
        if (flow.method() != SignUpMethod.EMAIL_OTP) {
            rememberCodeCustomers(realm, UserFlowComponent.read(model));
        }
        leadProviders(realm, flow);
        return store(realm, model, flow);
    }

    /** A provider must not be deleted while it is looked whether there is one. */
    private void keepProviders(RealmModel realm, UserFlow flow) {
        if (!flow.identityProviders().isEmpty()) {
            KeycloakCompat.of(session).lockConfiguration(realm);
        }
    }

    private void leadProviders(RealmModel realm, UserFlow flow) {
        flow.identityProviders().forEach(alias -> ProviderFlows.lead(session, realm, alias));
    }

    private UserFlow store(RealmModel realm, ComponentModel model, UserFlow flow) {
        long version = new UserFlowSlots(session).advance(realm.getId(), flow.id(), flow.version());
        UserFlow updated = flow.withIdAndVersion(flow.id(), version);
        ComponentModel changed = new ComponentModel(model);
        UserFlowComponent.write(updated, changed);
        realm.updateComponent(changed);
        return updated;
    }

    @Override
    public void delete(RealmModel realm, String id) {
        // An app must not be mapped to the flow while it is looked whether one is.
        KeycloakCompat.of(session).lockConfiguration(realm);
        ComponentModel model = component(realm, id).orElseThrow(DefaultUserFlowProvider::notFound);
        long apps = apps(realm, UserFlowComponent.read(model)).count();
        if (apps > 0) {
            throw TenantException.conflict(
                    "xt_flow_in_use", null, apps + " app(s) are mapped to this user flow. Map them elsewhere first.");
        }
        rememberCodeCustomers(realm, UserFlowComponent.read(model));
        realm.removeComponent(model);
    }

    @Override
    public AppFlow forApp(ClientModel app) {
        String flowId = app.getAttribute(UserFlow.CLIENT_ATTRIBUTE);
        if (flowId == null || flowId.isEmpty()) {
            return new AppFlow.None();
        }
        if (!app.getAuthenticationFlowBindingOverrides().isEmpty()) {
            return new AppFlow.Unavailable(flowId);
        }
        return find(app.getRealm(), flowId)
                .filter(UserFlow::enabled)
                .<AppFlow>map(AppFlow.Assigned::new)
                .orElseGet(() -> new AppFlow.Unavailable(flowId));
    }

    @Override
    public void assign(UserFlow flow, ClientModel app) {
        if (!app.getAuthenticationFlowBindingOverrides().isEmpty()) {
            throw TenantException.conflict(
                    "xt_application_overrides_flows",
                    null,
                    "The app overrides authentication flows, which would pass its user flow by. Remove the overrides.");
        }
        KeycloakCompat.of(session).lockConfiguration(app.getRealm());
        if (component(app.getRealm(), flow.id()).isEmpty()) {
            throw notFound();
        }
        // Only what is missing is written: every write of a client empties its cache on all nodes.
        if (!flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE))) {
            AppMappingGuard.permit(session);
            app.setAttribute(UserFlow.CLIENT_ATTRIBUTE, flow.id());
        }
        Set<String> present = app.getClientScopes(true).keySet();
        // Clients made before the realm became a tenant, or with scopes of their own, lack the tenant's.
        app.getRealm()
                .getDefaultClientScopesStream(true)
                .filter(scope -> Boolean.parseBoolean(scope.getAttribute(UserFlow.TENANT_SCOPE_ATTRIBUTE)))
                .filter(scope -> !present.contains(scope.getName()))
                .forEach(scope -> app.addClientScope(scope, true));
    }

    @Override
    public void release(UserFlow flow, ClientModel app) {
        if (flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE))) {
            release(app);
        }
    }

    @Override
    public void permitMappings() {
        AppMappingGuard.permit(session);
    }

    @Override
    public void release(ClientModel app) {
        AppMappingGuard.permit(session);
        app.removeAttribute(UserFlow.CLIENT_ATTRIBUTE);
    }

    @Override
    public Stream<ClientModel> apps(RealmModel realm, UserFlow flow) {
        // Keycloak searches clients only by attributes that its start options name; administration can afford the walk.
        return realm.getClientsStream()
                .filter(app -> flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE)))
                .sorted(Comparator.comparing(ClientModel::getClientId));
    }

    @Override
    public int requiredLevel(ClientModel app) {
        boolean twoFactors = ACCOUNT_CLIENTS.contains(app.getClientId())
                ? list(app.getRealm()).anyMatch(UserFlow::requiresMfa)
                : forApp(app).assignedFlow().filter(UserFlow::requiresMfa).isPresent();
        return twoFactors ? AssuranceLevel.TWO_FACTORS : AssuranceLevel.ONE_FACTOR;
    }

    @Override
    public List<String> identityProviders(ClientModel app) {
        if (ACCOUNT_CLIENTS.contains(app.getClientId())) {
            return list(app.getRealm())
                    .filter(UserFlow::enabled)
                    .flatMap(flow -> flow.identityProviders().stream())
                    .distinct()
                    .toList();
        }
        return forApp(app).assignedFlow().map(UserFlow::identityProviders).orElse(List.of());
    }

    @Override
    public void forgetIdentityProvider(RealmModel realm, String alias) {
        if (list(realm).noneMatch(flow -> flow.identityProviders().contains(alias))) {
            return;
        }
        KeycloakCompat.of(session).lockConfiguration(realm);
        for (UserFlow flow : list(realm).toList()) {
            if (flow.identityProviders().contains(alias)) {
                LOG.warnf(
                        "User flow %s of realm %s listed the identity provider %s, which was removed: it lists it no more",
                        flow.name(), realm.getName(), alias);
                // Without the rules: what else may be wrong with the flow must not keep a provider from being removed.
                store(realm, component(realm, flow.id()).orElseThrow(), flow.withoutIdentityProvider(alias));
            }
        }
    }

    @Override
    public boolean hasCodeCustomers(RealmModel realm) {
        return TenantSettings.isOn(realm, TenantSettings.CODE_CUSTOMERS)
                || realm.getComponentsStream(realm.getId(), UserFlowProvider.class.getName())
                        .map(UserFlowComponent::read)
                        .anyMatch(flow -> flow.method() == SignUpMethod.EMAIL_OTP);
    }

    /** Before a flow gets another method or goes: its customers keep their method, so other flows must still let them in. */
    private void rememberCodeCustomers(RealmModel realm, UserFlow before) {
        if (before.method() == SignUpMethod.EMAIL_OTP && !TenantSettings.isOn(realm, TenantSettings.CODE_CUSTOMERS)) {
            KeycloakCompat.of(session).lockConfiguration(realm);
            TenantSettings.switchOn(realm, TenantSettings.CODE_CUSTOMERS);
        }
    }

    @Override
    public void reconnectApps(RealmModel realm) {
        List<ComponentModel> flows = realm.getComponentsStream(realm.getId(), UserFlowProvider.class.getName())
                .toList();
        Map<String, String> ids = new HashMap<>();
        flows.forEach(flow -> ids.put(flow.getName(), flow.getId()));
        flows.forEach(flow -> ids.put(UserFlowComponent.writtenId(flow), flow.getId()));
        flows.forEach(flow -> ids.put(flow.getId(), flow.getId()));
        for (ClientModel app : realm.getClientsStream().toList()) {
            String mapped = app.getAttribute(UserFlow.CLIENT_ATTRIBUTE);
            String flow = ids.get(mapped);
            if (mapped != null && flow != null && !flow.equals(mapped)) {
                app.setAttribute(UserFlow.CLIENT_ATTRIBUTE, flow);
            }
        }
        flows.stream()
                .filter(flow -> !flow.getId().equals(UserFlowComponent.writtenId(flow)))
                .map(UserFlowComponent::withIdOfNow)
                .forEach(realm::updateComponent);
    }

    @Override
    public void checkAll(RealmModel realm) {
        list(realm).forEach(flow -> checkRules(realm, flow));
    }

    private void checkRules(RealmModel realm, UserFlow flow) {
        UserFlowRules.check(flow);
        checkIdentityProviders(flow);
        session.getAllProviders(UserFlowCheck.class).forEach(check -> check.check(realm, flow));
    }

    private void checkIdentityProviders(UserFlow flow) {
        List<String> aliases = flow.identityProviders();
        for (int i = 0; i < aliases.size(); i++) {
            if (KeycloakCompat.of(session)
                    .storedIdentityProvider(aliases.get(i))
                    .isEmpty()) {
                throw TenantException.invalid(
                        "xt_flow_identity_provider_unknown",
                        "identityProviders[" + i + "]",
                        "The tenant has no identity provider of this alias.");
            }
        }
    }

    private static Optional<ComponentModel> component(RealmModel realm, String id) {
        return Optional.ofNullable(id)
                .map(realm::getComponent)
                .filter(model -> UserFlowProvider.class.getName().equals(model.getProviderType()));
    }

    private static TenantException notFound() {
        return TenantException.notFound("xt_flow_not_found", "There is no user flow of this id.");
    }
}
