package dev.externaltenants.userflow.broker;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Has a provider lead its customers through the tenant's flows, whoever made the provider and by whatever way. */
public final class ProviderFlows {

    private ProviderFlows() {}

    /** Changes nothing where it does already, and in a realm that has no such flows yet. */
    public static void lead(KeycloakSession session, RealmModel realm, String alias) {
        AuthenticationFlowModel postLogin = realm.getFlowByAlias(BrokerFlows.POST_LOGIN);
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        if (postLogin == null || provider == null || leads(provider, postLogin)) {
            return;
        }
        IdentityProviderModel changed = new IdentityProviderModel(provider);
        // Without one of its own it takes the realm's, which is ours.
        changed.setFirstBrokerLoginFlowId(null);
        changed.setPostBrokerLoginFlowId(postLogin.getId());
        session.identityProviders().update(changed);
    }

    private static boolean leads(IdentityProviderModel provider, AuthenticationFlowModel postLogin) {
        return provider.getFirstBrokerLoginFlowId() == null
                && postLogin.getId().equals(provider.getPostBrokerLoginFlowId());
    }
}
