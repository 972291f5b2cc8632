package dev.externaltenants.emailotp.signin.reset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.externaltenants.emailotp.AccountOfAddress;
import dev.externaltenants.emailotp.SignInWays;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Whose password a code by e-mail resets: that of an enabled account with a password and a verified address, which has no
 * power over the tenant. A first password would shut out the code or the provider that opens the account, and one mailbox
 * must not be all that protects a tenant.
 */
public final class ResetCustomer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdministrativePower power;

    public ResetCustomer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        // Read before anybody is looked up, so that it costs the same for nobody.
        this.power = AdministrativePower.in(session, realm);
    }

    public Optional<UserModel> find(String address) {
        return AccountOfAddress.find(session, realm, address).filter(this::is);
    }

    public boolean is(UserModel user) {
        return isReached(user) && hasPassword(user) && !power.isHeldBy(user);
    }

    /** Returns how an account without a password signs in. */
    public SignInWays waysOf(Optional<UserModel> account) {
        return account.filter(ResetCustomer::isReached)
                .filter(user -> !hasPassword(user))
                .map(user -> new SignInWays(UserFlowProvider.of(session).hasCodeCustomers(realm), providersOf(user)))
                .orElse(SignInWays.NONE);
    }

    /** Its mailbox is known to be its owner's. */
    private static boolean isReached(UserModel user) {
        return user.isEnabled() && user.getEmail() != null && user.isEmailVerified();
    }

    private static boolean hasPassword(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    private List<String> providersOf(UserModel user) {
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(link -> session.identityProviders().getByAlias(link.getIdentityProvider()))
                .filter(Objects::nonNull)
                .filter(IdentityProviderModel::isEnabled)
                .map(provider -> KeycloakModelUtils.getIdentityProviderDisplayName(session, provider))
                .sorted()
                .toList();
    }
}
