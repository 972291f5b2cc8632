package dev.externaltenants.userflow.signin;

import java.util.List;

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
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Stands before the flow with the second proofs and takes out those that this customer cannot give or that would prove the
 * first factor again, so that neither Keycloak nor its page of other ways offers them. Refuses where none is left.
 */
final class SecondFactorGateAuthenticator implements Authenticator {

    private static final String ERROR = "xt_second_factor_missing";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        // Before the account is looked at: the first factor may be a password that is none any more.
        if (SignInProof.isEnded(context.getSession(), context.getAuthenticationSession())) {
            EndedSignIn.refuse(context);
            return;
        }
        List<AuthenticationExecutionModel> proofs = proofs(context);
        boolean sameMailbox =
                FirstFactor.isEmailCode(context.getSession(), context.getRealm(), context.getAuthenticationSession());
        proofs.stream()
                .filter(proof -> !isPossible(context, proof, sameMailbox))
                .forEach(proof ->
                        context.getAuthenticationSession().setExecutionStatus(proof.getId(), ExecutionStatus.SKIPPED));
        if (proofs.stream().anyMatch(proof -> isPossible(context, proof, sameMailbox))) {
            context.success();
        } else {
            refuse(context, sameMailbox);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        authenticate(context);
    }

    /** Returns the steps of the flow behind this step, of which one is enough. */
    private static List<AuthenticationExecutionModel> proofs(AuthenticationFlowContext context) {
        RealmModel realm = context.getRealm();
        AuthenticationExecutionModel gate = context.getExecution();
        return realm.getAuthenticationExecutionsStream(gate.getParentFlow())
                .filter(sibling -> sibling.isAuthenticatorFlow() && sibling.isEnabled())
                .filter(sibling -> sibling.getPriority() > gate.getPriority())
                .findFirst()
                .map(flow -> realm.getAuthenticationExecutionsStream(flow.getFlowId())
                        .filter(AuthenticationExecutionModel::isAlternative)
                        .toList())
                .orElse(List.of());
    }

    private static boolean isPossible(
            AuthenticationFlowContext context, AuthenticationExecutionModel proof, boolean sameMailbox) {
        if (proof.isAuthenticatorFlow()) {
            // An operator's, whose own conditions decide.
            return true;
        }
        Authenticator step = context.getSession().getProvider(Authenticator.class, proof.getAuthenticator());
        return step != null
                && !(sameMailbox && step instanceof ProvesMailbox)
                && step.configuredFor(context.getSession(), context.getRealm(), context.getUser());
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
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtSecondFactorMissing").createErrorPage(Response.Status.FORBIDDEN));
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
