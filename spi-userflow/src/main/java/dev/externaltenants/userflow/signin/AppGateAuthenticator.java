package dev.externaltenants.userflow.signin;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredSession;
import dev.externaltenants.userflow.proof.SignInProof;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The first step of every sign-in: refuses an app whose user flow is missing or disabled, and asks for the level of
 * authentication that the flow requires.
 *
 * <p>It stands before the cookie step, so an existing session is measured against the app that asks now.
 */
final class AppGateAuthenticator implements UserlessStep {

    private static final String PROMPT_LOGIN = OIDCLoginProtocol.PROMPT_VALUE_LOGIN;
    private static final Logger LOG = Logger.getLogger(AppGateAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        ClientModel app = context.getAuthenticationSession().getClient();
        AppFlow appFlow = UserFlowProvider.of(context.getSession()).forApp(app);
        if (appFlow instanceof AppFlow.Unavailable unavailable) {
            refuse(context, app, unavailable.flowId());
            return;
        }
        appFlow.assignedFlow().ifPresent(flow -> context.getEvent().detail(EventDetails.USER_FLOW, flow.name()));
        int required = requiredLevel(context, app);
        if (required > AssuranceLevel.ONE_FACTOR) {
            RaisedLevel.demand(context.getAuthenticationSession(), required);
        }
        measureSession(context, app);
        context.success();
    }

    private static void refuse(AuthenticationFlowContext context, ClientModel app, String flowId) {
        LOG.warnf(
                "App %s refused: its user flow %s is unknown or disabled, or it overrides the tenant's flows",
                app.getClientId(), flowId);
        context.getEvent().error("xt_app_unavailable");
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtAppUnavailable").createErrorPage(Response.Status.FORBIDDEN));
    }

    /** Who wants to change the account proves what the account console asks for, at whatever app. */
    private static int requiredLevel(AuthenticationFlowContext context, ClientModel app) {
        UserFlowProvider userFlows = UserFlowProvider.of(context.getSession());
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (FirstSecondFactor.isConcernedBy(signIn)) {
            RaisedLevel.rememberLevelOfApp(signIn);
            return AssuranceLevel.TWO_FACTORS;
        }
        return signIn.getClientNote(Constants.KC_ACTION) == null
                ? userFlows.requiredLevel(app)
                : Math.max(userFlows.requiredLevel(app), userFlows.requiredLevelOfAccount(context.getRealm()));
    }

    private static void measureSession(AuthenticationFlowContext context, ClientModel app) {
        SessionCookie.namedSession(context.getSession(), context.getRealm())
                .filter(before -> before.getUser() != null)
                .ifPresent(before -> measure(context, before, app));
    }

    /**
     * Single sign-on must not bring in a customer by a provider that this app does not offer, nor by a session whose proof
     * has ended. One that began by a password reset proved the mailbox only: to reach two factors it begins anew.
     */
    private static void measure(AuthenticationFlowContext context, UserSessionModel before, ClientModel app) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        boolean ended = SignInProof.isEnded(context.getSession(), before);
        if (!ended && context.getUser() == null) {
            SignInProof.beginning(context.getSession(), before.getUser()).carry(signIn);
        }
        if (PendingActions.wantTwoFactors(context.getSession(), context.getRealm(), signIn, before.getUser())) {
            RaisedLevel.demand(signIn, AssuranceLevel.TWO_FACTORS);
        }
        if (ended || !BrokeredSession.suits(context.getSession(), before, app) || isTooLittle(before, signIn)) {
            String prompt = signIn.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
            // Each protocol has its own way to say that the session is not enough; the other does not look at it.
            signIn.setClientNote(
                    OIDCLoginProtocol.PROMPT_PARAM, prompt == null ? PROMPT_LOGIN : prompt + " " + PROMPT_LOGIN);
            signIn.setAuthNote(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN, SamlProtocol.SAML_FORCEAUTHN_REQUIREMENT);
        }
    }

    private static boolean isTooLittle(UserSessionModel before, AuthenticationSessionModel signIn) {
        return FirstFactor.isPasswordReset(before) && AssuranceLevel.requested(signIn) > AssuranceLevel.ONE_FACTOR;
    }
}
