package dev.externaltenants.userflow.token;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredSession;
import dev.externaltenants.userflow.broker.PostLogin;
import dev.externaltenants.userflow.broker.ProviderRefusal;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
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

    private static final Logger LOG = Logger.getLogger(AppFlowTokenCheck.class);

    private final KeycloakSession session;
    private final UserFlowProvider userFlows;
    private final TokenRequest request;

    AppFlowTokenCheck(KeycloakSession session) {
        this.session = session;
        this.userFlows = UserFlowProvider.of(session);
        this.request = new TokenRequest(session);
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
        UserSessionModel userSession = clientSession.getUserSession();
        if (userFlows.forApp(app) instanceof AppFlow.Unavailable) {
            refuse(app, userSession, TokenRefusal.APP_UNAVAILABLE, "The app's user flow is not available.");
        }
        if (!BrokeredSession.suits(session, userSession, app)) {
            refuse(
                    app,
                    userSession,
                    TokenRefusal.PROVIDER_NOT_OFFERED,
                    "The app's user flow does not list the identity provider that the customer signed in with.");
        }
        if (!isPassed(userSession) && TenantRealm.is(app.getRealm())) {
            refuse(
                    app,
                    userSession,
                    TokenRefusal.PROVIDER_NOT_CHECKED,
                    "The steps after the sign-in with the identity provider were not passed.");
        }
        if (SignInProof.isEnded(session, userSession)) {
            refuse(app, userSession, TokenRefusal.SIGN_IN_ENDED, "What the session was made of has ended since.");
        }
        int required = userFlows.requiredLevel(app);
        if (required > AssuranceLevel.ONE_FACTOR && level(app, clientSession) < required) {
            refuse(
                    app,
                    userSession,
                    TokenRefusal.LEVEL_NOT_REACHED,
                    "The session does not reach the level of authentication that the app's user flow requires.");
        }
    }

    /** A provider's assertion is no sign-in: it comes straight to the token endpoint, past all steps and lists. */
    private boolean isPassed(UserSessionModel userSession) {
        return PostLogin.isPassed(userSession) && !request.isBy(OAuth2Constants.JWT_AUTHORIZATION_GRANT);
    }

    private static int level(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        AuthenticatedClientSessionModel own =
                clientSession.getUserSession().getAuthenticatedClientSessionByClient(app.getId());
        return AcrStore.getCurrentLevelOfAuthentication(own == null ? clientSession : own);
    }

    private void refuse(ClientModel app, UserSessionModel userSession, TokenRefusal refusal, String reason) {
        LOG.warnf("Tokens for app %s refused: %s", app.getClientId(), reason);
        refusal.count();
        new TokenRefusalEvent(session, request, app, userSession).write(refusal);
        if (request.isAtTokenEndpoint()) {
            // Keycloak's own exception for this would be an error of the server where a permission is asked for.
            throw new CorsErrorResponseException(
                    Cors.builder().auth().allowedMethods("POST").checkAllowedOrigins(session, app),
                    OAuthErrorException.INVALID_GRANT,
                    reason,
                    Response.Status.BAD_REQUEST);
        }
        throw new ErrorPageException(
                session,
                session.getContext().getAuthenticationSession(),
                Response.Status.FORBIDDEN,
                refusal == TokenRefusal.PROVIDER_NOT_OFFERED ? ProviderRefusal.MESSAGE : "xtAppUnavailable");
    }
}
