package dev.externaltenants.tenant.setup;

import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.purge.ValuePurgeProvider;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.ProviderFlows;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.managers.RealmManager;

/** A realm is a tenant when it has our component, which travels with its export and import. */
final class DefaultTenantProvider implements TenantProvider {

    private final KeycloakSession session;

    DefaultTenantProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<Tenant> find(RealmModel realm) {
        return TenantComponent.find(realm).map(component -> settings(realm, component.settings()));
    }

    @Override
    public RealmModel create(Tenant tenant) {
        TenantRules.checkName(tenant.name());
        if (session.realms().getRealmByName(tenant.name()) != null) {
            throw TenantException.conflict("xt_tenant_name_taken", "name", "There is a realm of this name already.");
        }
        RealmRepresentation file = new RealmRepresentation();
        file.setRealm(tenant.name());
        file.setEnabled(true);
        RealmModel realm = new RealmManager(session).importRealm(file);
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            establish(realm, tenant);
        } finally {
            session.getContext().setRealm(before);
        }
        return realm;
    }

    @Override
    public Tenant establish(RealmModel realm, Tenant wanted) {
        if (realm.getName().equals(Config.getAdminRealm())) {
            throw TenantException.conflict(
                    "xt_tenant_master_refused", null, "The administration realm cannot be an external tenant.");
        }
        if (wanted.name() != null && !wanted.name().equals(realm.getName())) {
            throw TenantException.conflict(
                    "xt_tenant_name_immutable", "name", "The name of a tenant is its realm's and is not changed here.");
        }
        Tenant tenant = TenantRules.check(wanted, TenantLanguages.offered(session, realm));
        // Two first calls at once would each add the component and build the flows.
        KeycloakCompat.of(session).lockConfiguration(realm);
        TenantComponent component = TenantComponent.find(realm).orElseGet(() -> TenantComponent.create(realm));
        boolean outdated = component.isOutdated();
        component.settings().adoptAttributes(realm);
        component.settings().change(tenant);
        component.setCurrent();
        if (!component.defaultsApplied()) {
            component.remember(RealmBefore.of(realm));
            TenantDefaults.apply(session, realm);
            component.setDefaultsApplied();
        }
        if (tenant.displayName() != null) {
            realm.setDisplayName(tenant.displayName());
        }
        if (tenant.languages() != null && !tenant.languages().equals(TenantLanguages.of(realm))) {
            TenantLanguages.apply(realm, tenant.languages());
        }
        component.save();
        makeWhole(realm, outdated);
        return settings(realm, component.settings());
    }

    @Override
    public void end(RealmModel realm) {
        // No user flow must be created while it is looked whether there is one.
        KeycloakCompat.of(session).lockConfiguration(realm);
        TenantComponent component = TenantComponent.find(realm)
                .orElseThrow(
                        () -> TenantException.notFound("xt_tenant_not_found", "This realm is not an external tenant."));
        long userFlows = UserFlowProvider.of(session).list(realm).count();
        if (userFlows > 0) {
            throw TenantException.conflict(
                    "xt_tenant_has_user_flows",
                    null,
                    "Delete the tenant's user flows first; it has " + userFlows + ".");
        }
        ValuePurgeProvider.of(session).forget(realm);
        component.before().restore(session, realm);
        component.remove();
        ProviderFlows.giveBack(session, realm);
        TenantFlows.remove(session, realm);
        ClaimsScope.remove(realm);
        AdministratorRoles.remove(realm);
        ConsentQuestion.remove(realm);
    }

    private void makeWhole(RealmModel realm, boolean outdated) {
        // Sign-up needs these whatever an operator set: the steps find accounts by their address.
        realm.setRegistrationAllowed(true);
        realm.setRegistrationEmailAsUsername(true);
        realm.setLoginWithEmailAllowed(true);
        realm.setDuplicateEmailsAllowed(false);
        // The address is proven before the account exists.
        realm.setVerifyEmail(false);
        TenantDefaults.ensureAccountTheme(realm);
        // Each user flow says whether there is one; off, Keycloak would refuse it for all.
        realm.setResetPasswordAllowed(true);
        CustomAttributeProvider.of(session).prepare(realm);
        ClaimsScope.ensure(realm);
        AdministratorRoles.ensure(realm);
        ConsentQuestion.ensure(realm);
        EmailChangeAction.ensure(realm);
        new TenantFlows(realm, outdated).bind();
        leadProviders(realm);
        reassignApps(realm);
    }

    /** Flows of an earlier version may list providers that do not lead through ours yet. */
    private void leadProviders(RealmModel realm) {
        UserFlowProvider.of(session)
                .list(realm)
                .flatMap(flow -> flow.identityProviders().stream())
                .distinct()
                .toList()
                .forEach(alias -> ProviderFlows.lead(session, realm, alias));
    }

    /** Apps that came with a mapping, as by realm import, get the tenant's scopes like those mapped by REST. */
    private void reassignApps(RealmModel realm) {
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        for (ClientModel app : realm.getClientsStream().toList()) {
            userFlows.forApp(app).assignedFlow().ifPresent(flow -> userFlows.assign(flow, app));
        }
    }

    private static Tenant settings(RealmModel realm, StoredSettings stored) {
        String displayName = realm.getDisplayName();
        return new Tenant(
                realm.getName(),
                displayName == null || displayName.isBlank() ? realm.getName() : displayName,
                stored.domainName(),
                stored.countryRegion(),
                TenantLanguages.of(realm),
                stored.bannedPasswords(),
                stored.codeCustomers(),
                stored.usernames(),
                stored.testApp(),
                stored.selfDeletion());
    }
}
