package dev.externaltenants.userflow.signin;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.proof.EndedSignIn;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Stands before the flow with the second proofs and leaves those that this customer can give and that add something to the
 * first factor. Refuses where none is left.
 */
final class SecondFactorGateAuthenticator implements Authenticator {

    private static final String ERROR = "xt_second_factor_missing";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        // The first factor may be a password that is none any more.
        if (SignInProof.isEnded(context.getSession(), context.getAuthenticationSession())) {
            EndedSignIn.refuse(context);
            return;
        }
        SecondProofs proofs = new SecondProofs(context);
        if (proofs.isOnePossible()) {
            proofs.takeOutTheImpossible();
            context.success();
        } else {
            refuse(context, proofs.provesTheMailboxAgain());
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        authenticate(context);
    }

    private static void refuse(AuthenticationFlowContext context, boolean sameMailbox) {
        EventBuilder event = context.getEvent().user(context.getUser());
        UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow()
                .map(UserFlow::name)
                .ifPresent(name -> event.detail(EventDetails.USER_FLOW, name));
        if (sameMailbox) {
            event.detail(EventDetails.METHOD, EventDetails.EMAIL_OTP);
        }
        event.error(ERROR);
        LoginFormsProvider page = context.form();
        if (FirstSecondFactor.isMissing(context)) {
            page.setError("xtSecondFactorSetUp", FirstSecondFactor.setUpUrl(context.getSession(), context.getUser()));
        } else {
            page.setError("xtSecondFactorMissing");
        }
        context.failure(AuthenticationFlowError.ACCESS_DENIED, page.createErrorPage(Response.Status.FORBIDDEN));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // none: an action that set a factor up while signing in would stand in for the factor itself
    }

    @Override
    public void close() {
        // nothing is held
    }
}
