package dev.externaltenants.customattributes.consent;

import java.util.Locale;

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

    /** Returns that of the session's request, with its client and the language that its pages have for the customer. */
    public static ConsentContext of(KeycloakSession session, UserModel customer, String userFlowId) {
        return new ConsentContext(
                userFlowId,
                session.getContext().getClient() == null
                        ? null
                        : session.getContext().getClient().getClientId(),
                session.getContext().resolveLocale(customer),
                session.getContext().getConnection() == null
                        ? null
                        : session.getContext().getConnection().getRemoteHost());
    }

    /** Tells nothing of the customer's whereabouts, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "ConsentContext[" + userFlowId + ", " + clientId + "]";
    }
}
