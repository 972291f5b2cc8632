package dev.externaltenants.userflow.proof;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * Stands in for a required action of a sign-in whose proof has ended: it asks nothing and writes nothing. It is due at every
 * such sign-in, so that none gets past it to the app.
 */
public final class EndedSignIn implements RequiredActionProvider {

    private static final String ERROR = "xt_sign_in_ended";
    private static final String MESSAGE = "xtSignInEnded";

    private final String action;

    EndedSignIn(String action) {
        this.action = action;
    }

    /** Refuses in a step of a flow. */
    public static void refuse(AuthenticationFlowContext context) {
        context.getEvent().user(context.getUser()).error(ERROR);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError(MESSAGE).createErrorPage(Response.Status.FORBIDDEN));
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        context.getAuthenticationSession().addRequiredAction(action);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        refuse(context);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        refuse(context);
    }

    /** Refuses in a required action. */
    public static void refuse(RequiredActionContext context) {
        context.getEvent().error(ERROR);
        context.challenge(context.form().setError(MESSAGE).createErrorPage(Response.Status.FORBIDDEN));
    }

    /** Else an action that an app asked for would be skipped. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
