package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.FirstFactor;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the post broker login flow has checked, by account and identity.
 *
 * <p>Keycloak remembers steps and levels by browser tab, and leaves them when another identity comes back in the same tab.
 * So what was passed is written down with the account and the identity it was passed for, into the session that tokens
 * come from.
 */
public final class PostLogin {

    private static final String BEGUN = "xt.broker.begun";
    private static final String PASSED = "xt.broker.passed.";

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final UserModel user;
    private final String identity;

    private PostLogin(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user, String identity) {
        this.session = session;
        this.signIn = signIn;
        this.user = user;
        this.identity = identity;
    }

    /** @throws IllegalStateException outside of a post broker login */
    static PostLogin of(KeycloakSession session, AuthenticationSessionModel signIn) {
        SerializedBrokeredIdentityContext stored = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                signIn, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        if (stored == null) {
            throw new IllegalStateException("No identity provider led here");
        }
        return new PostLogin(session, signIn, signIn.getAuthenticatedUser(), stored.getBrokerUserId());
    }

    /** Returns whether the session came from no provider, or all that its provider's customers must pass was passed. */
    public static boolean isPassed(UserSessionModel userSession) {
        String identity = userSession.getBrokerUserId();
        return identity == null || userSession.getUser().getId().equals(userSession.getNote(PASSED + identity));
    }

    /** The provider's word is one factor. What the same tab proved of another account counts for nothing. */
    void begin() {
        if (!isFirst()) {
            signIn.removeAuthNote(Constants.LOA_MAP);
            new AcrStore(session, signIn).setLevelAuthenticated(AssuranceLevel.ONE_FACTOR);
            FirstFactor.provenByProvider(signIn);
            SignInProof.beginning(session, user).note(signIn);
            // Else Keycloak would link the identity of a first login left half-way to this account, with nothing asked.
            signIn.removeAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
        }
        signIn.setAuthNote(BEGUN, account());
    }

    /** Returns whether the flow began for this account and identity. */
    boolean isBegun() {
        return account().equals(signIn.getAuthNote(BEGUN));
    }

    /**
     * Keycloak hands the map of levels to the user session at the end of a flow whose level condition ran. Where it did
     * not, a later app would ask for both factors again.
     */
    void pass() {
        signIn.setUserSessionNote(PASSED + identity, user.getId());
        signIn.setUserSessionNote(Constants.LOA_MAP, signIn.getAuthNote(Constants.LOA_MAP));
    }

    private boolean isFirst() {
        return Boolean.parseBoolean(signIn.getAuthNote(PostBrokerLoginConstants.PBL_AFTER_FIRST_BROKER_LOGIN));
    }

    private String account() {
        return user.getId() + ' ' + identity;
    }
}
