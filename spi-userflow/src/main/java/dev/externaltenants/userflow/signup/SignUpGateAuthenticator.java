package dev.externaltenants.userflow.signup;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/**
 * The lock of sign-up: every door to it (link, {@code prompt=create}, registration URL, POST) leads through the
 * registration flow, and this is its first step.
 */
final class SignUpGateAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        boolean allowed = UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .signUpAllowed();
        if (allowed) {
            context.success();
            return;
        }
        context.getEvent().error(Errors.REGISTRATION_DISABLED);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtSignUpNotOffered").createErrorPage(Response.Status.FORBIDDEN));
    }
}
