package dev.externaltenants.emailotp.signin.reset;

import java.util.Set;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.emailotp.signin.OtherSessions;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.FirstFactor;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What follows once the customer has another password, of which the owner is told: signed in, if that takes no more. */
final class CompletedReset {

    private static final Set<String> OF_PASSWORDS =
            Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final UserModel customer;

    CompletedReset(AuthenticationFlowContext context, UserModel customer) {
        this.context = context;
        this.session = context.getSession();
        this.signIn = context.getAuthenticationSession();
        this.customer = customer;
    }

    void goOn(boolean endSessions) {
        // Of an administrator who gave a temporary password.
        customer.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        KeycloakCompat.of(session).loginFailures().firstFactorSucceeded(customer);
        context.getEvent().clone().user(customer).success();
        if (endSessions) {
            new OtherSessions(session, signIn, context.getEvent()).end(customer);
        }
        if (asksForMore()) {
            new SignInAgain(context).as(customer.getEmail());
        } else {
            signIn();
        }
    }

    /**
     * A code by e-mail and a password that whoever reads the mailbox chose are one factor. Where two are asked for, or the
     * account has another one, which a step that an operator added may ask for, the customer signs in from the start. So does
     * who resets where somebody else is signed in: Keycloak refuses to sign in over them, and would take the password back.
     */
    private boolean asksForMore() {
        return isSomebodyElseSignedIn()
                || AssuranceLevel.requested(signIn) > AssuranceLevel.ONE_FACTOR
                || customer.credentialManager()
                        .getStoredCredentialsStream()
                        .anyMatch(credential -> !OF_PASSWORDS.contains(credential.getType()));
    }

    private boolean isSomebodyElseSignedIn() {
        UserSessionModel here = session.sessions()
                .getUserSession(context.getRealm(), signIn.getParentSession().getId());
        return here != null && !here.getUser().getId().equals(customer.getId());
    }

    private void signIn() {
        // Nothing that another flow of this tab has left may be taken for a proof of this customer.
        signIn.clearUserSessionNotes();
        signIn.removeAuthNote(Constants.LOA_MAP);
        signIn.removeAuthNote(Constants.LEVEL_OF_AUTHENTICATION);
        signIn.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, customer.getEmail());
        context.clearUser();
        context.setUser(customer);
        SignInProof.beginning(session, customer).note(signIn);
        FirstFactor.provenByPasswordReset(signIn);
        new AcrStore(session, signIn).setLevelAuthenticated(AssuranceLevel.ONE_FACTOR);
        // Keycloak hands it over itself only at the end of a flow that has a level condition.
        signIn.setUserSessionNote(Constants.LOA_MAP, signIn.getAuthNote(Constants.LOA_MAP));
        context.success();
    }
}
