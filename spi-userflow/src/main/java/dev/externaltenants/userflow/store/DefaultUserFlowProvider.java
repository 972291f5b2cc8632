package dev.externaltenants.userflow.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.UserFlowRemovedEvent;
import dev.externaltenants.userflow.UserFlowRules;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes user flows by the rules, and says what they mean for an app; what is stored and how, its parts know. */
final class DefaultUserFlowProvider implements UserFlowProvider {

    private static final Set<String> ACCOUNT_CLIENTS =
            Set.of(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, Constants.ACCOUNT_CONSOLE_CLIENT_ID);

    private static final int MAX_NAMED = 5;

    private final KeycloakSession session;
    private final StoredFlows flows;
    private final MappedApps apps;
    private final ListedProviders providers;

    DefaultUserFlowProvider(KeycloakSession session) {
        this.session = session;
        this.flows = new StoredFlows(session);
        this.apps = new MappedApps(session, flows);
        this.providers = new ListedProviders(session, flows);
    }

    @Override
    public Stream<UserFlow> list(RealmModel realm) {
        return flows.list(realm);
    }

    @Override
    public Optional<UserFlow> find(RealmModel realm, String id) {
        return flows.find(realm, id);
    }

    @Override
    public UserFlow create(RealmModel realm, UserFlow flow) {
        providers.keep(realm, flow);
        UserFlow created = flow.withIdAndVersion(KeycloakModelUtils.generateId(), 1);
        checkRules(realm, created);
        flows.add(realm, created);
        providers.lead(realm, created);
        return created;
    }

    @Override
    public UserFlow update(RealmModel realm, UserFlow flow) {
        providers.keep(realm, flow);
        UserFlow before = flows.require(realm, flow.id());
        checkRules(realm, flow);
        if (flow.method() != SignUpMethod.EMAIL_OTP) {
            rememberCodeCustomers(realm, before);
        }
        providers.lead(realm, flow);
        // Only what differs is written: each write is another version, and empties the cache of the realm.
        return flow.equals(before) ? before : flows.replace(realm, flow);
    }

    @Override
    public void delete(RealmModel realm, String id) {
        // An app must not be mapped to the flow while it is looked whether one is.
        KeycloakCompat.of(session).lockConfiguration(realm);
        UserFlow flow = flows.require(realm, id);
        List<String> mapped = apps.of(realm, flow).map(ClientModel::getClientId).toList();
        if (!mapped.isEmpty()) {
            throw TenantException.conflict(
                    "xt_flow_in_use",
                    null,
                    "Apps are mapped to this user flow: " + firstOf(mapped) + ". Map them elsewhere first.");
        }
        rememberCodeCustomers(realm, flow);
        flows.remove(realm, flow);
        session.getKeycloakSessionFactory().publish(new UserFlowRemovedEvent(session, realm, flow));
    }

    private static String firstOf(List<String> clientIds) {
        int more = clientIds.size() - MAX_NAMED;
        return clientIds.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    @Override
    public void checkAll(RealmModel realm) {
        list(realm).forEach(flow -> {
            try {
                checkRules(realm, flow);
            } catch (TenantException refused) {
                throw refused.at("userFlows[" + flow.name() + "]");
            }
        });
    }

    private void checkRules(RealmModel realm, UserFlow flow) {
        UserFlowRules.check(flow);
        providers.check(flow);
        session.getAllProviders(UserFlowCheck.class).forEach(check -> check.check(realm, flow));
    }

    @Override
    public boolean hasCodeCustomers(RealmModel realm) {
        return TenantSettings.isOn(realm, TenantSettings.CODE_CUSTOMERS)
                || list(realm).anyMatch(flow -> flow.method() == SignUpMethod.EMAIL_OTP);
    }

    /** Before a flow gets another method or goes: its customers keep their method, so other flows must still let them in. */
    private void rememberCodeCustomers(RealmModel realm, UserFlow before) {
        if (before.method() == SignUpMethod.EMAIL_OTP && !TenantSettings.isOn(realm, TenantSettings.CODE_CUSTOMERS)) {
            KeycloakCompat.of(session).lockConfiguration(realm);
            TenantSettings.switchOn(realm, TenantSettings.CODE_CUSTOMERS);
        }
    }

    @Override
    public int requiredLevel(ClientModel app) {
        return ACCOUNT_CLIENTS.contains(app.getClientId())
                ? requiredLevelOfAccount(app.getRealm())
                : level(forApp(app).assignedFlow().filter(UserFlow::requiresMfa).isPresent());
    }

    @Override
    public int requiredLevelOfAccount(RealmModel realm) {
        return level(list(realm).anyMatch(UserFlow::requiresMfa));
    }

    @Override
    public int trustedDeviceDays(ClientModel app) {
        return ACCOUNT_CLIENTS.contains(app.getClientId())
                ? 0
                : forApp(app).assignedFlow().map(UserFlow::trustedDeviceDays).orElse(0);
    }

    private static int level(boolean twoFactors) {
        return twoFactors ? AssuranceLevel.TWO_FACTORS : AssuranceLevel.ONE_FACTOR;
    }

    @Override
    public List<String> identityProviders(ClientModel app) {
        return ACCOUNT_CLIENTS.contains(app.getClientId())
                ? providers.ofAny(app.getRealm())
                : forApp(app).assignedFlow().map(UserFlow::identityProviders).orElse(List.of());
    }

    @Override
    public void forgetIdentityProvider(RealmModel realm, String alias) {
        providers.forget(realm, alias);
    }

    @Override
    public AppFlow forApp(ClientModel app) {
        return apps.flowOf(app);
    }

    @Override
    public Stream<ClientModel> apps(RealmModel realm, UserFlow flow) {
        return apps.of(realm, flow);
    }

    @Override
    public void permitMappings() {
        AppMappingGuard.permit(session);
    }

    @Override
    public void assign(UserFlow flow, ClientModel app) {
        apps.assign(flow, app);
    }

    @Override
    public void release(UserFlow flow, ClientModel app) {
        apps.release(flow, app);
    }

    @Override
    public void release(ClientModel app) {
        apps.release(app);
    }

    @Override
    public Map<String, String> idsByImportedName(RealmModel realm) {
        return flows.idsByImportedName(realm);
    }

    @Override
    public void reconnectApps(RealmModel realm) {
        apps.reconnect(realm);
    }
}
