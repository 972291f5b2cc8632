package dev.externaltenants.userflow.broker;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.ClientModel;

/**
 * The first step after a sign-in with an identity provider: refuses one that the app's user flow does not list, before
 * anybody is looked up, created or linked.
 */
final class ProviderGateAuthenticator implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(ProviderGateAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        ClientModel app = context.getAuthenticationSession().getClient();
        UserFlowProvider userFlows = UserFlowProvider.of(context.getSession());
        Optional<String> provider = BrokeredLogin.provider(context.getFlowPath(), context.getAuthenticationSession());
        userFlows.forApp(app).assignedFlow().ifPresent(flow -> context.getEvent()
                .detail(EventDetails.USER_FLOW, flow.name()));
        if (provider.filter(userFlows.identityProviders(app)::contains).isPresent()) {
            context.success();
            return;
        }
        LOG.warnf(
                "Identity provider %s refused: the user flow of app %s does not list it", provider, app.getClientId());
        ProviderRefusal.record(context.getEvent());
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError(ProviderRefusal.MESSAGE).createErrorPage(Response.Status.FORBIDDEN));
    }
}
