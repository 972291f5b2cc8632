package dev.externaltenants.claimsextension.token;

import java.util.Optional;

import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.callout.CalloutFailure;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * The user event of a refused token. An event of its own, since mappers cannot reach the event of the request, and
 * Keycloak sends none when a mapper stops the issuance.
 */
final class RefusalEvent implements ExtensionClaims.RefusalReport {

    static final String APP_UNAVAILABLE = "xt_app_unavailable";

    static final String CLAIMS_MAPPING_INVALID = "xt_claims_mapping_invalid";

    private final TokenContext context;

    RefusalEvent(TokenContext context) {
        this.context = context;
    }

    @Override
    public void extensionFailed(
            Issuance issuance, Optional<UserFlow> flow, EventHandler handler, CalloutResult.Failed<?> failure) {
        EventBuilder event = event(issuance);
        CalloutFailure.details(handler, failure).forEach(event::detail);
        flow.ifPresent(known -> event.detail(EventDetails.USER_FLOW, known.name()));
        event.error(CalloutFailure.ERROR);
    }

    @Override
    public void mappingInvalid(Issuance issuance, String reason) {
        event(issuance).detail(Details.REASON, reason).error(CLAIMS_MAPPING_INVALID);
    }

    @Override
    public void appUnavailable(Issuance issuance, String flowId) {
        EventBuilder event = event(issuance);
        UserFlowProvider.of(context.session())
                .find(context.app().getRealm(), flowId)
                .ifPresent(flow -> event.detail(EventDetails.USER_FLOW, flow.name()));
        event.error(APP_UNAVAILABLE);
    }

    private EventBuilder event(Issuance issuance) {
        KeycloakSession session = context.session();
        return new EventBuilder(
                        context.app().getRealm(), session, session.getContext().getConnection())
                .event(issuance.eventType())
                .client(context.app())
                .user(context.userSession().getUser())
                .session(context.userSession())
                // a refusal rolls the transaction back, so the event must not wait for it
                .storeImmediately(true);
    }
}
