package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderShowInAccountConsole;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** By what a customer can sign in. The last way in is nobody's to take away by mistake. */
final class WaysIn {

    private final AccountRequest request;
    private final KeycloakSession session;
    private final RealmModel realm;

    WaysIn(AccountRequest request) {
        this.request = request;
        this.session = request.session();
        this.realm = request.realm();
    }

    boolean hasPassword(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /** Returns the connected providers, then those that some user flow of the tenant offers. */
    List<Map<String, Object>> providers(UserModel user) {
        Map<String, FederatedIdentityModel> connected = connected(user);
        Stream<Map<String, Object>> present = connected.values().stream()
                .sorted((one, other) -> one.getIdentityProvider().compareTo(other.getIdentityProvider()))
                .map(link -> connectedModel(user, link));
        return Stream.concat(
                        present,
                        offered()
                                .filter(provider -> !connected.containsKey(provider.getAlias()))
                                .map(provider -> model(provider.getAlias(), name(provider), false, false, "")))
                .toList();
    }

    boolean isOffered(UserModel user, String alias) {
        return !connected(user).containsKey(alias)
                && offered().anyMatch(provider -> provider.getAlias().equals(alias));
    }

    boolean disconnect(Visitor sender, String alias) {
        Visitor visitor = request.alone(sender);
        UserModel user = visitor.user();
        FederatedIdentityModel link = connected(user).get(alias);
        if (link == null || !isRemovable(user, alias)) {
            return false;
        }
        session.users().removeFederatedIdentity(realm, user, alias);
        request.event(visitor, EventType.REMOVE_FEDERATED_IDENTITY)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.IDENTITY_PROVIDER, alias)
                .detail(Details.IDENTITY_PROVIDER_USERNAME, link.getUserName())
                .success();
        return true;
    }

    /** Members whom an organization signs in are the organization's. */
    private boolean isRemovable(UserModel user, String alias) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        return (provider == null || provider.getOrganizationId() == null) && hasOtherWayThan(user, alias);
    }

    private boolean hasOtherWayThan(UserModel user, String alias) {
        return hasPassword(user)
                || signsInByCode(user)
                || signingIn()
                        .anyMatch(provider -> !provider.getAlias().equals(alias)
                                && connected(user).containsKey(provider.getAlias()));
    }

    /** Who has no password gets a code, where the tenant has customers who sign in so. */
    private boolean signsInByCode(UserModel user) {
        return user.getEmail() != null
                && user.isEmailVerified()
                && UserFlowProvider.of(session).hasCodeCustomers(realm);
    }

    private Map<String, FederatedIdentityModel> connected(UserModel user) {
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .collect(Collectors.toMap(FederatedIdentityModel::getIdentityProvider, Function.identity()));
    }

    /** Returns those that the page may show before they are connected. */
    private Stream<IdentityProviderModel> offered() {
        return signingIn()
                .filter(provider -> provider.getShowInAccountConsole() == IdentityProviderShowInAccountConsole.ALWAYS);
    }

    private Stream<IdentityProviderModel> signingIn() {
        return UserFlowProvider.of(session).identityProviders(request.account()).stream()
                .map(alias -> session.identityProviders().getByAlias(alias))
                .filter(Objects::nonNull)
                .filter(IdentityProviderModel::isEnabled);
    }

    private Map<String, Object> connectedModel(UserModel user, FederatedIdentityModel link) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(link.getIdentityProvider());
        String name = provider == null ? link.getIdentityProvider() : name(provider);
        return model(
                link.getIdentityProvider(),
                name,
                true,
                isRemovable(user, link.getIdentityProvider()),
                PageView.text(link.getUserName()));
    }

    private String name(IdentityProviderModel provider) {
        return KeycloakModelUtils.getIdentityProviderDisplayName(session, provider);
    }

    private static Map<String, Object> model(
            String alias, String name, boolean connected, boolean removable, String userName) {
        Map<String, Object> model = new HashMap<>();
        model.put("alias", alias);
        model.put("displayName", name);
        model.put("connected", connected);
        model.put("removable", removable);
        model.put("userName", userName);
        return model;
    }
}
