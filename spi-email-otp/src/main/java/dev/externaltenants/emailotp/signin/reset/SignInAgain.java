package dev.externaltenants.emailotp.signin.reset;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sends the customer on to the app's sign-in, from its start and with nothing proven. */
final class SignInAgain {

    private final AuthenticationFlowContext context;

    SignInAgain(AuthenticationFlowContext context) {
        this.context = context;
    }

    void as(String address) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String endsHere = signIn.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS);
        AuthenticationProcessor.resetFlow(signIn, LoginActionsService.AUTHENTICATE_PATH);
        if (endsHere != null) {
            signIn.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, endsHere);
        }
        signIn.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, address);
        context.setForwardedInfoMessage("xtResetSignIn");
        URI signInPage = new AuthenticationFlowURLHelper(context.getSession(), context.getRealm(), context.getUriInfo())
                .getLastExecutionUrl(
                        LoginActionsService.AUTHENTICATE_PATH,
                        null,
                        signIn.getClient().getClientId(),
                        signIn.getTabId(),
                        AuthenticationProcessor.getClientData(context.getSession(), signIn));
        context.forceChallenge(Response.seeOther(signInPage).build());
    }
}
