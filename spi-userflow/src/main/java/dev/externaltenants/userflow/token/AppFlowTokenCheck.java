package dev.externaltenants.userflow.token;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredSession;
import dev.externaltenants.userflow.broker.PostLogin;
import dev.externaltenants.userflow.broker.ProviderRefusal;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.ErrorPageException;

/**
 * The last lock before a customer's tokens leave, whatever way led to them: another authentication flow, an identity
 * provider, a refresh token from before the user flow was changed.
 */
final class AppFlowTokenCheck implements TokenPostProcessor {

    private static final Logger LOG = Logger.getLogger(AppFlowTokenCheck.class);

    private final KeycloakSession session;

    AppFlowTokenCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        if (isServiceAccount(clientSession)) {
            return;
        }
        ClientModel app = clientSession.getClient();
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        if (userFlows.forApp(app) instanceof AppFlow.Unavailable) {
            refuse(clientSession, TokenRefusal.APP_UNAVAILABLE, "The app's user flow is not available.");
        }
        if (!BrokeredSession.suits(session, clientSession.getUserSession(), app)) {
            refuse(
                    clientSession,
                    TokenRefusal.PROVIDER_NOT_OFFERED,
                    "The app's user flow does not list the identity provider that the customer signed in with.");
        }
        if (!PostLogin.isPassed(clientSession.getUserSession()) && TenantRealm.is(app.getRealm())) {
            refuse(
                    clientSession,
                    TokenRefusal.PROVIDER_NOT_CHECKED,
                    "The steps after the sign-in with the identity provider were not passed.");
        }
        int required = userFlows.requiredLevel(app);
        if (required > AssuranceLevel.ONE_FACTOR
                && AcrStore.getCurrentLevelOfAuthentication(clientSession) < required) {
            refuse(
                    clientSession,
                    TokenRefusal.LEVEL_NOT_REACHED,
                    "The session does not reach the level of authentication that the app's user flow requires.");
        }
    }

    private static boolean isServiceAccount(AuthenticatedClientSessionModel clientSession) {
        return clientSession.getUserSession().getUser().getServiceAccountClientLink() != null;
    }

    private void refuse(AuthenticatedClientSessionModel clientSession, TokenRefusal refusal, String reason) {
        LOG.warnf("Tokens for app %s refused: %s", clientSession.getClient().getClientId(), reason);
        refusal.count();
        new TokenRefusalEvent(session, clientSession).write(refusal);
        boolean atTokenEndpoint = session.getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .containsKey(OAuth2Constants.GRANT_TYPE);
        if (atTokenEndpoint) {
            throw new TokenInterceptorException(OAuthErrorException.INVALID_GRANT, reason);
        }
        // Keycloak makes an OAuth error of the other exception at the token endpoint only.
        throw new ErrorPageException(
                session,
                session.getContext().getAuthenticationSession(),
                Response.Status.FORBIDDEN,
                refusal == TokenRefusal.PROVIDER_NOT_OFFERED ? ProviderRefusal.MESSAGE : "xtAppUnavailable");
    }
}
