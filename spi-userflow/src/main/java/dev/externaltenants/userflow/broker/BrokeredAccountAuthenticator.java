package dev.externaltenants.userflow.broker;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The last step of a first login, after which Keycloak links the identity to the user of the sign-in: it lets through
 * only the account that this login created or proved, and an existing one only with all the factors that the app asks for.
 * A new one is asked for the second factor after it is linked; else who gives up there could never come back.
 */
final class BrokeredAccountAuthenticator implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(BrokeredAccountAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), signIn);
        if (BrokeredAccount.is(signIn, identity, context.getUser())
                && (BrokeredAccount.isCreated(signIn) || reachesLevel(context))) {
            BrokeredIdentity.forgetEmail(signIn);
            context.success();
            return;
        }
        LOG.warnf(
                "A first login with identity provider %s ended without a proven account and was not linked",
                identity.provider());
        context.getEvent().error(LinkPasswordAuthenticator.NOT_POSSIBLE);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtLinkNotPossible").createErrorPage(Response.Status.FORBIDDEN));
    }

    private static boolean reachesLevel(AuthenticationFlowContext context) {
        int required = UserFlowProvider.of(context.getSession())
                .requiredLevel(context.getAuthenticationSession().getClient());
        return required <= AssuranceLevel.ONE_FACTOR
                || new AcrStore(context.getSession(), context.getAuthenticationSession())
                                .getLevelOfAuthenticationFromCurrentAuthentication()
                        >= required;
    }
}
