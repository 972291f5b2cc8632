package dev.externaltenants.userflow.token;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.ProviderRefusal;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.cors.Cors;

/**
 * The last lock before a customer's tokens leave, whatever way led to them: another authentication flow, an identity
 * provider, a refresh token from before the user flow was changed, a grant that shows no page.
 */
final class AppFlowTokenCheck implements TokenPostProcessor {

    private final KeycloakSession session;
    private final UserFlowProvider userFlows;
    private final TokenRequest request;
    private final AppFlowCheck check;

    AppFlowTokenCheck(KeycloakSession session) {
        this.session = session;
        this.userFlows = UserFlowProvider.of(session);
        this.request = new TokenRequest(session);
        this.check = new AppFlowCheck(session, request);
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        if (clientSession.getUserSession().getUser().getServiceAccountClientLink() != null) {
            return;
        }
        ClientModel app = clientSession.getClient();
        ClientModel receiver = receiver(context, app);
        check(receiver, clientSession);
        // An API of no flow has no customers of its own whom it could demand anything of.
        if (!receiver.equals(app) && !(userFlows.forApp(app) instanceof AppFlow.None)) {
            check(app, clientSession);
        }
    }

    /** For a permission (UMA), Keycloak makes the app's token by the session of the API that the permission is for. */
    private static ClientModel receiver(TokenPostProcessorContext context, ClientModel app) {
        return Optional.ofNullable(context.accessToken())
                .map(token -> token.getIssuedFor())
                .filter(receiver -> !receiver.equals(app.getClientId()))
                .map(app.getRealm()::getClientByClientId)
                .orElse(app);
    }

    private void check(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        check.refusal(app, clientSession).ifPresent(refusal -> refuse(app, refusal));
    }

    private void refuse(ClientModel app, TokenRefusal refusal) {
        if (request.isAtTokenEndpoint()) {
            // Keycloak's own exception for this would be an error of the server where a permission is asked for.
            throw new CorsErrorResponseException(
                    Cors.builder().auth().allowedMethods("POST").checkAllowedOrigins(session, app),
                    OAuthErrorException.INVALID_GRANT,
                    refusal.description(),
                    Response.Status.BAD_REQUEST);
        }
        throw new ErrorPageException(
                session,
                session.getContext().getAuthenticationSession(),
                Response.Status.FORBIDDEN,
                refusal == TokenRefusal.PROVIDER_NOT_OFFERED ? ProviderRefusal.MESSAGE : "xtAppUnavailable");
    }
}
