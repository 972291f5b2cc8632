package dev.externaltenants.userflow.token;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Tells the event log why an app got no tokens; of a refusal by a check of tokens Keycloak itself tells nothing. */
final class TokenRefusalEvent {

    private static final String APP_UNAVAILABLE = "xt_app_unavailable";
    private static final String PROVIDER_NOT_OFFERED = "xt_identity_provider_not_offered";
    private static final String PROVIDER_NOT_CHECKED = "xt_identity_provider_not_checked";
    private static final String LEVEL_NOT_REACHED = "xt_level_not_reached";
    private static final String SIGN_IN_ENDED = "xt_sign_in_ended";
    private static final String CONSENT_MISSING = "xt_consent_missing";

    private final KeycloakSession session;
    private final TokenRequest request;
    private final ClientModel app;
    private final UserSessionModel userSession;

    TokenRefusalEvent(KeycloakSession session, TokenRequest request, ClientModel app, UserSessionModel userSession) {
        this.session = session;
        this.request = request;
        this.app = app;
        this.userSession = userSession;
    }

    void write(TokenRefusal refusal) {
        if (request.isAdministrators()) {
            return;
        }
        EventBuilder event = event();
        switch (refusal) {
            case APP_UNAVAILABLE -> event.error(APP_UNAVAILABLE);
            case PROVIDER_NOT_OFFERED -> event.error(PROVIDER_NOT_OFFERED);
            case PROVIDER_NOT_CHECKED -> event.error(PROVIDER_NOT_CHECKED);
            case LEVEL_NOT_REACHED -> event.error(LEVEL_NOT_REACHED);
            case SIGN_IN_ENDED -> event.error(SIGN_IN_ENDED);
            case CONSENT_MISSING -> event.error(CONSENT_MISSING);
            case EXTENSION_FAILED, CLAIMS_MAPPING_INVALID ->
                throw new IllegalArgumentException("The extension's own event says more");
        }
    }

    private EventBuilder event() {
        EventBuilder event = new EventBuilder(
                        app.getRealm(), session, session.getContext().getConnection())
                .event(request.eventType())
                .client(app)
                .user(userSession.getUser())
                .session(userSession)
                // a refusal rolls the transaction back, so the event must not wait for it
                .storeImmediately(true);
        UserFlowProvider.of(session)
                .forApp(app)
                .assignedFlow()
                .ifPresent(flow -> event.detail(EventDetails.USER_FLOW, flow.name()));
        return event;
    }
}
