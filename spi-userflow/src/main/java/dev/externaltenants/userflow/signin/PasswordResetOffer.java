package dev.externaltenants.userflow.signin;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether an app's customers who forgot their password may set another one by a code. All doors ask here: the link on the
 * page, the first step of the reset, and each step after it, as the answer may change under way.
 */
public final class PasswordResetOffer {

    private PasswordResetOffer() {}

    /** A look-up in the realm cache, no SQL once warm. */
    public static boolean isMade(KeycloakSession session, ClientModel app) {
        return app.getRealm().isResetPasswordAllowed()
                && UserFlowProvider.of(session)
                        .forApp(app)
                        .assignedFlow()
                        .filter(UserFlow::offersPasswordReset)
                        .isPresent()
                && hasGate(app.getRealm());
    }

    /**
     * Refuses in a step of the reset flow where nothing is offered, and returns whether it did.
     *
     * <p>Nor does a reset go on that a first sign-in with an identity provider has come across: Keycloak would take its end
     * for the end of that, and link the two.
     */
    public static boolean isRefused(AuthenticationFlowContext context) {
        boolean refused = !isMade(
                        context.getSession(), context.getAuthenticationSession().getClient())
                || context.getAuthenticationSession().getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE)
                        != null;
        if (refused) {
            refuse(context);
        }
        return refused;
    }

    static void refuse(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.NOT_ALLOWED);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtResetNotOffered").createErrorPage(Response.Status.FORBIDDEN));
    }

    /** Not in a flow that an operator has bound or emptied, where the link would lead nowhere. */
    private static boolean hasGate(RealmModel realm) {
        AuthenticationFlowModel flow = realm.getResetCredentialsFlow();
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(AuthenticationExecutionModel::isEnabled)
                        .anyMatch(step -> PasswordResetGateAuthenticatorFactory.ID.equals(step.getAuthenticator()));
    }
}
