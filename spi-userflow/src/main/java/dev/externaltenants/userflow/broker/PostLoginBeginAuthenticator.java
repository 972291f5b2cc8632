package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Begins what follows each sign-in with a provider: see {@link PostLogin}. */
final class PostLoginBeginAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        PostLogin.of(context.getSession(), context.getAuthenticationSession()).begin();
        context.success();
    }
}
