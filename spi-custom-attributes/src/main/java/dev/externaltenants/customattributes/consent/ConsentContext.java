package dev.externaltenants.customattributes.consent;

import java.util.Locale;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Where a customer decided on a consent.
 *
 * @param userFlowId the user flow that asked, or null
 * @param clientId the app's client id, or null
 * @param language of the page
 * @param address that the request came from, not yet masked, or null
 */
public record ConsentContext(String userFlowId, String clientId, Locale language, String address) {

    /** Returns that of the session's request, in the language that its pages have for the customer. */
    public static ConsentContext of(KeycloakSession session, UserModel customer, String userFlowId) {
        return of(session, userFlowId, session.getContext().resolveLocale(customer));
    }

    /** Returns that of the session's request, with its client. */
    public static ConsentContext of(KeycloakSession session, String userFlowId, Locale language) {
        ClientModel app = session.getContext().getClient();
        ClientConnection connection = session.getContext().getConnection();
        return new ConsentContext(
                userFlowId,
                app == null ? null : app.getClientId(),
                language,
                connection == null ? null : connection.getRemoteHost());
    }

    /** Tells nothing of the customer's whereabouts, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "ConsentContext[" + userFlowId + ", " + clientId + "]";
    }
}
