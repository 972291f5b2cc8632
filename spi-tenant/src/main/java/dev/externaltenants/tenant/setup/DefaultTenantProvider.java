package dev.externaltenants.tenant.setup;

import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A realm is a tenant when it has our component, which travels with its export and import. */
final class DefaultTenantProvider implements TenantProvider {

    static final String DEFAULTS_APPLIED = "defaultsApplied";
    private static final String COMPONENT_NAME = "external tenant";
    private static final int MAX_DISPLAY_NAME = 256;

    private final KeycloakSession session;

    DefaultTenantProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<Tenant> find(RealmModel realm) {
        return component(realm).map(present -> settings(realm));
    }

    @Override
    public Tenant establish(RealmModel realm, Tenant tenant) {
        check(realm, tenant);
        // Two first calls at once would each add the component and build the flows.
        KeycloakCompat.of(session).lockConfiguration(realm);
        if (tenant.displayName() != null) {
            realm.setDisplayName(tenant.displayName());
        }
        ComponentModel component = component(realm).orElseGet(() -> add(realm));
        if (!component.get(DEFAULTS_APPLIED, false)) {
            TenantDefaults.apply(session, realm);
            component.put(DEFAULTS_APPLIED, true);
            realm.updateComponent(component);
        }
        makeWhole(realm);
        return settings(realm);
    }

    private void makeWhole(RealmModel realm) {
        // Sign-up needs these whatever an operator set: the steps find accounts by their address.
        realm.setRegistrationAllowed(true);
        realm.setRegistrationEmailAsUsername(true);
        realm.setLoginWithEmailAllowed(true);
        realm.setDuplicateEmailsAllowed(false);
        // The address is proven before the account exists.
        realm.setVerifyEmail(false);
        // User flows offer no reset yet, and the reset flow is bound to a denial.
        realm.setResetPasswordAllowed(false);
        CustomAttributeProvider.of(session).prepare(realm);
        ClaimsScope.ensure(realm);
        TenantFlows.bind(realm);
        reassignApps(realm);
    }

    /** Apps that came with a mapping, as by realm import, get the tenant's scopes like those mapped by REST. */
    private void reassignApps(RealmModel realm) {
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        for (ClientModel app : realm.getClientsStream().toList()) {
            userFlows.forApp(app).assignedFlow().ifPresent(flow -> userFlows.assign(flow, app));
        }
    }

    private static void check(RealmModel realm, Tenant tenant) {
        if (realm.getName().equals(Config.getAdminRealm())) {
            throw TenantException.conflict(
                    "xt_tenant_master_refused", null, "The administration realm cannot be an external tenant.");
        }
        String displayName = tenant.displayName();
        if (displayName != null && (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME)) {
            throw TenantException.invalid(
                    "xt_tenant_display_name_invalid",
                    "displayName",
                    "A display name has 1 to " + MAX_DISPLAY_NAME + " characters.");
        }
    }

    private static Tenant settings(RealmModel realm) {
        String displayName = realm.getDisplayName();
        return new Tenant(displayName == null || displayName.isBlank() ? realm.getName() : displayName);
    }

    private static ComponentModel add(RealmModel realm) {
        ComponentModel model = new ComponentModel();
        model.setName(COMPONENT_NAME);
        model.setParentId(realm.getId());
        model.setProviderType(TenantProvider.class.getName());
        model.setProviderId(DefaultTenantProviderFactory.ID);
        return realm.addComponentModel(model);
    }

    private static Optional<ComponentModel> component(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), TenantProvider.class.getName())
                .findFirst()
                .map(ComponentModel::new);
    }
}
