package dev.externaltenants.userflow.broker;

import java.util.Optional;

import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.FirstFactor;
import dev.externaltenants.userflow.signup.AddressHolder;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account that a first login may be linked to: the one it created, or an existing one that the customer proved to own.
 * Whatever else put a user into the sign-in, as another flow in the same tab can, is refused at the end.
 */
public final class BrokeredAccount {

    private static final String NOTE = "xt.broker.account";

    private BrokeredAccount() {}

    /** Notes the account that was created a moment ago; a code to its mailbox is a second factor besides the provider. */
    public static void created(AuthenticationFlowContext context, BrokeredIdentity identity, UserModel user) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        signIn.setAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER, Boolean.TRUE.toString());
        AcrStore levels = note(context, identity, user);
        if (BrokeredEmail.of(signIn, identity)
                .filter(email -> email.proof() == BrokeredEmail.Proof.CODE)
                .isPresent()) {
            levels.setLevelAuthenticated(AssuranceLevel.TWO_FACTORS);
        }
        FirstFactor.provenByProvider(signIn);
    }

    public static void provenByPassword(AuthenticationFlowContext context, BrokeredIdentity identity, UserModel user) {
        note(context, identity, user);
        FirstFactor.provenByPassword(context.getAuthenticationSession());
    }

    public static void provenByCode(AuthenticationFlowContext context, BrokeredIdentity identity, UserModel user) {
        note(context, identity, user);
        FirstFactor.provenByCode(context.getAuthenticationSession(), user);
    }

    private static AcrStore note(AuthenticationFlowContext context, BrokeredIdentity identity, UserModel user) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        signIn.setAuthNote(NOTE, value(identity, user));
        context.setUser(user);
        SignInProof.beginning(context.getSession(), user).note(signIn);
        AcrStore levels = new AcrStore(context.getSession(), signIn);
        levels.setLevelAuthenticated(AssuranceLevel.ONE_FACTOR);
        return levels;
    }

    static boolean isCreated(AuthenticationSessionModel signIn) {
        return Boolean.parseBoolean(signIn.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** Returns whether this sign-in created or proved this very account for this very identity. */
    public static boolean is(AuthenticationSessionModel signIn, BrokeredIdentity identity, UserModel user) {
        return user != null && value(identity, user).equals(signIn.getAuthNote(NOTE));
    }

    /** Returns the account of the address that was proven for the identity; an address of two is linked to neither. */
    public static Optional<UserModel> existing(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn, BrokeredIdentity identity) {
        return BrokeredEmail.of(signIn, identity)
                .map(BrokeredEmail::address)
                .flatMap(address -> AddressHolder.of(session, realm, address).account());
    }

    private static String value(BrokeredIdentity identity, UserModel user) {
        return user.getId() + ' ' + identity.key();
    }
}
