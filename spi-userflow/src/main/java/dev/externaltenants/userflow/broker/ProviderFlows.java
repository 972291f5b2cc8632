package dev.externaltenants.userflow.broker;

import dev.externaltenants.compat.KeycloakCompat;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Has a provider lead its customers through the tenant's flows, whoever made the provider and by whatever way. */
public final class ProviderFlows {

    private ProviderFlows() {}

    /** Under the lock. Changes nothing where it does already, and in a realm that has no such flows yet. */
    public static void lead(KeycloakSession session, RealmModel realm, String alias) {
        AuthenticationFlowModel postLogin = realm.getFlowByAlias(BrokerFlows.POST_LOGIN);
        if (postLogin == null) {
            return;
        }
        KeycloakCompat.of(session)
                .storedIdentityProvider(alias)
                .filter(provider -> !leads(provider, postLogin))
                .ifPresent(provider -> {
                    // Without one of its own it takes the realm's, which is ours.
                    provider.setFirstBrokerLoginFlowId(null);
                    provider.setPostBrokerLoginFlowId(postLogin.getId());
                    session.identityProviders().update(provider);
                });
    }

    private static boolean leads(IdentityProviderModel provider, AuthenticationFlowModel postLogin) {
        return provider.getFirstBrokerLoginFlowId() == null
                && postLogin.getId().equals(provider.getPostBrokerLoginFlowId());
    }
}
