package dev.externaltenants.userflow.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Has a provider lead its customers through the tenant's flows, whoever made the provider and by whatever way. What it
 * named before is noted in its own settings, as aliases, because ids are given anew by an import.
 */
public final class ProviderFlows {

    private static final String FIRST_BEFORE = "xtFirstLoginBefore";
    private static final String POST_BEFORE = "xtPostLoginBefore";

    private ProviderFlows() {}

    /** Under the lock. Changes nothing where it does already, and in a realm that has no such flows yet. */
    public static void lead(KeycloakSession session, RealmModel realm, String alias) {
        KeycloakCompat.of(session)
                .storedIdentityProvider(alias)
                .filter(provider -> bind(realm, provider))
                .ifPresent(session.identityProviders()::update);
    }

    /** Writes it to the model alone; returns whether that changed it. */
    public static boolean bind(RealmModel realm, IdentityProviderModel provider) {
        AuthenticationFlowModel postLogin = realm.getFlowByAlias(BrokerFlows.POST_LOGIN);
        if (postLogin == null || leads(provider, postLogin)) {
            return false;
        }
        note(realm, provider, FIRST_BEFORE, provider.getFirstBrokerLoginFlowId(), BrokerFlows.FIRST_LOGIN);
        note(realm, provider, POST_BEFORE, provider.getPostBrokerLoginFlowId(), BrokerFlows.POST_LOGIN);
        if (provider.getPostBrokerLoginFlowId() == null) {
            // Whoever took ours out since took out what was before, too.
            provider.getConfig().remove(POST_BEFORE);
        }
        // Without one of its own it takes the realm's, which is ours.
        provider.setFirstBrokerLoginFlowId(null);
        provider.setPostBrokerLoginFlowId(postLogin.getId());
        return true;
    }

    /** Takes the notes over to settings that are to replace the provider's. */
    public static void keepNotes(IdentityProviderModel provider, Map<String, String> settings) {
        for (String note : List.of(FIRST_BEFORE, POST_BEFORE)) {
            Optional.ofNullable(provider.getConfig().get(note)).ifPresent(flow -> settings.put(note, flow));
        }
    }

    /** Gives every provider back the flows that it named before; a place bound to another flow since stays. */
    public static void giveBack(KeycloakSession session, RealmModel realm) {
        List<IdentityProviderModel> all = session.identityProviders()
                .getAllStream(IdentityProviderQuery.any())
                .map(IdentityProviderModel::new)
                .toList();
        for (IdentityProviderModel provider : all) {
            String first = provider.getFirstBrokerLoginFlowId();
            String post = provider.getPostBrokerLoginFlowId();
            String firstBefore = provider.getConfig().remove(FIRST_BEFORE);
            String postBefore = provider.getConfig().remove(POST_BEFORE);
            boolean ownFirst = first != null && !names(realm, first, BrokerFlows.FIRST_LOGIN);
            boolean oursPost = names(realm, post, BrokerFlows.POST_LOGIN);
            if (!ownFirst) {
                provider.setFirstBrokerLoginFlowId(id(realm, firstBefore));
            }
            if (oursPost) {
                provider.setPostBrokerLoginFlowId(id(realm, postBefore));
            }
            if (oursPost || firstBefore != null || postBefore != null || (first != null && !ownFirst)) {
                session.identityProviders().update(provider);
            }
        }
    }

    private static boolean leads(IdentityProviderModel provider, AuthenticationFlowModel postLogin) {
        return provider.getFirstBrokerLoginFlowId() == null
                && postLogin.getId().equals(provider.getPostBrokerLoginFlowId());
    }

    /** None and ours are no news: the provider may have named another flow before we first led it. */
    private static void note(RealmModel realm, IdentityProviderModel provider, String note, String id, String ours) {
        Optional.ofNullable(id)
                .map(realm::getAuthenticationFlowById)
                .map(AuthenticationFlowModel::getAlias)
                .filter(alias -> !alias.equals(ours))
                .ifPresent(alias -> provider.getConfig().put(note, alias));
    }

    private static boolean names(RealmModel realm, String id, String alias) {
        AuthenticationFlowModel flow = realm.getFlowByAlias(alias);
        return flow != null && flow.getId().equals(id);
    }

    private static String id(RealmModel realm, String alias) {
        return Optional.ofNullable(alias)
                .map(realm::getFlowByAlias)
                .map(AuthenticationFlowModel::getId)
                .orElse(null);
    }
}
