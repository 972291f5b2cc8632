package dev.externaltenants.userflow.signin;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Which proof a sign-in asks for: the one of the app's user flow, until the customer presses the button for the other.
 *
 * <p>It never asks what the account has, so the page tells nothing of it; customers of the other method, who keep it when
 * a flow changes, get in by the button.
 */
public final class SignInMethod {

    /** The step that asks for a code; it stands before the password step. */
    public static final String CODE_STEP = "xt-sign-in-code";

    /** The form field of the buttons that switch. */
    public static final String SWITCH = "action";

    public static final String SWITCH_TO_PASSWORD = "password";
    static final String SWITCH_TO_CODE = "code";

    private static final String CHOSEN = "xt.signIn.method";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel signIn;

    public SignInMethod(AuthenticationFlowContext context) {
        this.context = context;
        this.signIn = context.getAuthenticationSession();
    }

    public SignUpMethod get() {
        String chosen = signIn.getAuthNote(CHOSEN);
        return chosen == null ? ofTheFlow() : SignUpMethod.valueOf(chosen);
    }

    public void choose(SignUpMethod method) {
        signIn.setAuthNote(CHOSEN, method.name());
    }

    private SignUpMethod ofTheFlow() {
        return UserFlowProvider.of(context.getSession())
                .forApp(signIn.getClient())
                .assignedFlow()
                .map(UserFlow::method)
                .orElse(SignUpMethod.EMAIL_PASSWORD);
    }

    /** Returns the step beside this one that asks for a code, if the tenant may have customers who need it. */
    Optional<AuthenticationExecutionModel> codeStep() {
        if (!UserFlowProvider.of(context.getSession()).hasCodeCustomers(context.getRealm())) {
            return Optional.empty();
        }
        return context.getRealm()
                .getAuthenticationExecutionsStream(context.getExecution().getParentFlow())
                .filter(step -> step.isEnabled() && CODE_STEP.equals(step.getAuthenticator()))
                .findFirst();
    }

    /** Has the code step run again; false when there is none. */
    boolean switchToCode() {
        Optional<AuthenticationExecutionModel> step = codeStep();
        step.ifPresent(code -> {
            choose(SignUpMethod.EMAIL_OTP);
            signIn.setExecutionStatus(code.getId(), ExecutionStatus.CHALLENGED);
            // The flow goes on from its first step that is not done.
            context.forceChallenge(
                    Response.seeOther(context.getRefreshExecutionUrl()).build());
        });
        return step.isPresent();
    }
}
