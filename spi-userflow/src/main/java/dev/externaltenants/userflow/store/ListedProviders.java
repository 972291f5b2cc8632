package dev.externaltenants.userflow.store;

import java.util.List;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.broker.ProviderFlows;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The identity providers that user flows list: each is one of the tenant, and leads its customers through the tenant's flows. */
final class ListedProviders {

    private static final Logger LOG = Logger.getLogger(ListedProviders.class);

    private final KeycloakSession session;
    private final StoredFlows flows;

    ListedProviders(KeycloakSession session, StoredFlows flows) {
        this.session = session;
        this.flows = flows;
    }

    /** Of all flows that can be used. */
    List<String> ofAny(RealmModel realm) {
        return flows.list(realm)
                .filter(UserFlow::enabled)
                .flatMap(flow -> flow.identityProviders().stream())
                .distinct()
                .toList();
    }

    /** A provider must not be deleted while it is looked whether there is one. */
    void keep(RealmModel realm, UserFlow flow) {
        if (!flow.identityProviders().isEmpty()) {
            KeycloakCompat.of(session).lockConfiguration(realm);
        }
    }

    void check(UserFlow flow) {
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

    void lead(RealmModel realm, UserFlow flow) {
        flow.identityProviders().forEach(alias -> ProviderFlows.lead(session, realm, alias));
    }

    void forget(RealmModel realm, String alias) {
        // Before it is looked: a flow may just be getting the provider, whose removal its writer did not see.
        KeycloakCompat.of(session).lockConfiguration(realm);
        for (UserFlow flow : listing(realm, alias)) {
            LOG.warnf(
                    "User flow %s of realm %s listed the identity provider %s, which was removed: it lists it no more",
                    flow.name(), realm.getName(), alias);
            // Without the rules: what else may be wrong with the flow must not keep a provider from being removed.
            flows.replace(realm, flow.withoutIdentityProvider(alias));
        }
    }

    private List<UserFlow> listing(RealmModel realm, String alias) {
        return flows.list(realm)
                .filter(flow -> flow.identityProviders().contains(alias))
                .toList();
    }
}
