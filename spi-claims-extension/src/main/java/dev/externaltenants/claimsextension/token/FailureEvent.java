package dev.externaltenants.claimsextension.token;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * The user event of a failed callout. An event of its own, since mappers cannot reach the event of the request, and
 * Keycloak sends none when a mapper stops the issuance.
 */
final class FailureEvent implements ExtensionClaims.FailureReport {

    static final String ERROR = "xt_callout_failed";
    static final String CODE = "xt_callout_error";
    static final String BEHAVIOR = "xt_callout_behavior";
    static final String EXTENSION = "xt_extension";
    static final String USER_FLOW = "xt_user_flow";

    private final TokenContext context;

    FailureEvent(TokenContext context) {
        this.context = context;
    }

    @Override
    public void send(
            Issuance issuance,
            UserFlow flow,
            String extension,
            BehaviorOnError behavior,
            CalloutResult.Failed failure) {
        KeycloakSession session = context.session();
        new EventBuilder(context.app().getRealm(), session, session.getContext().getConnection())
                .event(issuance.eventType())
                .client(context.app())
                .user(context.userSession().getUser())
                .session(context.userSession())
                .detail(CODE, Integer.toString(failure.error().code()))
                .detail(BEHAVIOR, behavior.name())
                .detail(EXTENSION, extension)
                .detail(USER_FLOW, flow.name())
                // a refusal rolls the transaction back, so the event must not wait for it
                .storeImmediately(behavior == BehaviorOnError.FAIL)
                .error(ERROR);
    }
}
