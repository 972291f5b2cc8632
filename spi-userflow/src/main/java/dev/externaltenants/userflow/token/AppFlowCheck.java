package dev.externaltenants.userflow.token;

import java.util.Optional;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredSession;
import dev.externaltenants.userflow.broker.PostLogin;
import dev.externaltenants.userflow.consent.AskedConsents;
import dev.externaltenants.userflow.consent.DueConsents;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.DeviceStandIn;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What an app's user flow demands of a customer's session before the app is told who signed in, in whatever protocol. */
final class AppFlowCheck {

    private static final Logger LOG = Logger.getLogger(AppFlowCheck.class);

    private final KeycloakSession session;
    private final TokenRequest request;
    private final UserFlowProvider userFlows;

    AppFlowCheck(KeycloakSession session, TokenRequest request) {
        this.session = session;
        this.request = request;
        this.userFlows = UserFlowProvider.of(session);
    }

    /** Returns why the app is told nothing, after that was logged and counted; empty if nothing is against it. */
    Optional<TokenRefusal> refusal(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        UserSessionModel userSession = clientSession.getUserSession();
        Optional<TokenRefusal> refusal = decide(app, clientSession);
        refusal.ifPresent(reason -> {
            LOG.warnf("App %s gets nothing: %s", app.getClientId(), reason.description());
            reason.count();
            new TokenRefusalEvent(session, request, app, userSession).write(reason);
        });
        return refusal;
    }

    /** Returns why the app is to be told nothing. */
    Optional<TokenRefusal> decide(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        UserSessionModel userSession = clientSession.getUserSession();
        if (userFlows.forApp(app) instanceof AppFlow.Unavailable) {
            return Optional.of(TokenRefusal.APP_UNAVAILABLE);
        }
        if (!BrokeredSession.suits(session, userSession, app)) {
            return Optional.of(TokenRefusal.PROVIDER_NOT_OFFERED);
        }
        if (!isPassed(userSession) && TenantRealm.is(app.getRealm())) {
            return Optional.of(TokenRefusal.PROVIDER_NOT_CHECKED);
        }
        if (SignInProof.isEnded(session, userSession)) {
            return Optional.of(TokenRefusal.SIGN_IN_ENDED);
        }
        if (!isLevelReached(app, clientSession)) {
            return Optional.of(TokenRefusal.LEVEL_NOT_REACHED);
        }
        if (lacksConsent(app, clientSession)) {
            return Optional.of(TokenRefusal.CONSENT_MISSING);
        }
        return Optional.empty();
    }

    /** A session that was asked goes on, also when the document has a new version since: the next sign-in asks for it. */
    private boolean lacksConsent(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        return userFlows
                .forApp(app)
                .assignedFlow()
                .filter(flow -> !AskedConsents.areSettled(clientSession, flow))
                .filter(flow -> DueConsents.of(
                                flow, clientSession.getUserSession().getUser())
                        .stream()
                        .anyMatch(AttributeInput::required))
                .isPresent();
    }

    /** A provider's assertion is no sign-in: it comes straight to the token endpoint, past all steps and lists. */
    private boolean isPassed(UserSessionModel userSession) {
        return PostLogin.isPassed(userSession) && !request.isBy(OAuth2Constants.JWT_AUTHORIZATION_GRANT);
    }

    private boolean isLevelReached(ClientModel app, AuthenticatedClientSessionModel clientSession) {
        int required = userFlows.requiredLevel(app);
        AuthenticatedClientSessionModel own =
                clientSession.getUserSession().getAuthenticatedClientSessionByClient(app.getId());
        int reached = AcrStore.getCurrentLevelOfAuthentication(own == null ? clientSession : own);
        return required <= AssuranceLevel.ONE_FACTOR || reached >= required || isReachedByDevice(app, own, reached);
    }

    /** Only where the app itself was signed in to so, and its user flow still lets devices stand in. */
    private boolean isReachedByDevice(ClientModel app, AuthenticatedClientSessionModel own, int reached) {
        return reached >= AssuranceLevel.ONE_FACTOR
                && own != null
                && DeviceStandIn.isNotedIn(own)
                && userFlows.trustedDeviceDays(app) > 0;
    }
}
