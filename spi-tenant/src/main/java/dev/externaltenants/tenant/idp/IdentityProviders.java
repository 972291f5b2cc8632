package dev.externaltenants.tenant.idp;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.broker.ProviderFlows;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The engine of the tenant's identity providers, which are the realm's: each kind gets the settings that suit it. */
public final class IdentityProviders {

    private final KeycloakSession session;
    private final RealmModel realm;

    public IdentityProviders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public Stream<IdentityProvider> list() {
        return models().map(view()::of);
    }

    /** Returns those that our REST could have made as they are; the others are Keycloak's to change and to carry. */
    public Stream<IdentityProvider> expressible() {
        return list().filter(ExpressibleProvider::is);
    }

    IdentityProvider find(String alias) {
        return view().of(model(alias));
    }

    /** @throws TenantException what the rules say, {@code xt_identity_provider_alias_taken} */
    public IdentityProvider create(IdentityProvider wanted) {
        return create(wanted, settingsToCreate(wanted));
    }

    /**
     * Returns the settings that a new provider gets. Asks the provider, which may be slow to tell of itself: nobody must wait
     * for the realm meanwhile.
     *
     * @throws TenantException what the rules say
     */
    public BrokerSettings settingsToCreate(IdentityProvider wanted) {
        ProviderRules.checkType(wanted.type());
        ProviderRules.checkAlias(wanted.aliasOrDefault());
        ProviderRules.check(wanted, wanted.type(), false);
        return settings(wanted, wanted.type());
    }

    /**
     * Creates a provider with its settings.
     *
     * @throws TenantException {@code xt_identity_provider_alias_taken}, {@code xt_identity_provider_domain_taken}
     */
    public IdentityProvider create(IdentityProvider wanted, BrokerSettings settings) {
        String alias = wanted.aliasOrDefault();
        KeycloakCompat.of(session).lockConfiguration(realm);
        ProviderConflicts.checkAlias(alias, models());
        ProviderConflicts.checkDomains(wanted, alias, models());
        IdentityProviderModel model = new IdentityProviderModel();
        model.setAlias(alias);
        ProviderSettings.apply(wanted, settings.type(), settings.config(), model);
        ProviderFlows.bind(realm, model);
        session.identityProviders().create(model);
        return find(alias);
    }

    /**
     * Replaces all but alias and type; a secret that is left out stays.
     *
     * @param guard looks, under the lock, at what is replaced, and may refuse
     */
    IdentityProvider replace(IdentityProvider wanted, String alias, Consumer<IdentityProvider> guard) {
        return replace(wanted, alias, settingsToReplace(wanted, alias), guard);
    }

    /** Returns the settings that a provider gets which is there, as {@link #settingsToCreate} does. */
    public BrokerSettings settingsToReplace(IdentityProvider wanted, String alias) {
        return settings(wanted, check(wanted, model(alias)));
    }

    /**
     * Replaces a provider with its settings.
     *
     * @param guard looks, under the lock, at what is replaced, and may refuse
     */
    public IdentityProvider replace(
            IdentityProvider wanted, String alias, BrokerSettings settings, Consumer<IdentityProvider> guard) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        IdentityProviderModel model = stored(alias);
        guard.accept(view().of(model));
        if (check(wanted, model) != settings.type()) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "This was changed meanwhile. Read it again.");
        }
        ProviderConflicts.checkDomains(wanted, alias, models());
        ProviderSettings.apply(wanted, settings.type(), settings.config(), model);
        ProviderFlows.bind(realm, model);
        session.identityProviders().update(model);
        return find(alias);
    }

    /**
     * @param guard looks, under the lock, at what is deleted, and may refuse
     * @throws TenantException {@code xt_identity_provider_in_use}
     */
    public void delete(String alias, Consumer<IdentityProvider> guard) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        IdentityProviderModel model = stored(alias);
        guard.accept(view().of(model));
        ProviderConflicts.checkUnlisted(view().userFlows(model.getAlias()));
        // The links, too: who made another provider of this alias would find them and be those customers.
        session.users().preRemove(realm, model);
        session.identityProviders().remove(model.getAlias());
    }

    private BrokerSettings settings(IdentityProvider wanted, ProviderType type) {
        return new BrokerSettings(type, new ProviderSettings(session).of(wanted, type));
    }

    private static ProviderType check(IdentityProvider wanted, IdentityProviderModel model) {
        ProviderType type = ProviderType.of(model);
        ProviderConflicts.checkSame(wanted, model, type);
        ProviderRules.check(wanted, type, ProviderSettings.keepsSecret(wanted, model));
        return type;
    }

    private IdentityProviderModel model(String alias) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .orElseThrow(IdentityProviders::notFound);
    }

    /** What the writer before has stored; for after the lock. */
    private IdentityProviderModel stored(String alias) {
        return KeycloakCompat.of(session).storedIdentityProvider(alias).orElseThrow(IdentityProviders::notFound);
    }

    private static TenantException notFound() {
        return TenantException.notFound(
                "xt_identity_provider_not_found", "There is no identity provider of this alias.");
    }

    private Stream<IdentityProviderModel> models() {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.any())
                .sorted(Comparator.comparing(IdentityProviderModel::getAlias));
    }

    private ProviderView view() {
        return new ProviderView(session, realm);
    }
}
