package dev.externaltenants.userflow.broker;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Writes down that all steps after a sign-in with a provider were passed; without that no app gets tokens.
 *
 * <p>When another identity came back in the same tab, Keycloak takes the steps that the first one passed for done. Then all
 * of them are gone through again.
 */
final class PostLoginEndAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        PostLogin login = PostLogin.of(context.getSession(), context.getAuthenticationSession());
        if (login.isBegun()) {
            login.pass();
            context.success();
            return;
        }
        context.getAuthenticationSession().clearExecutionStatus();
        context.forceChallenge(
                Response.seeOther(context.getRefreshExecutionUrl()).build());
    }
}
