package dev.externaltenants.claimsextension.token;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.token.TokenRefusal;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/** By which door tokens are about to leave; each has its own way to say no. */
sealed interface Issuance {

    EventType eventType();

    /**
     * Stops the issuance where there is one.
     *
     * @param description for the app's developer, and generic: the detail is for the operator
     */
    void refuse(KeycloakSession session, TokenRefusal refusal, String description);

    /** Returns whether an app exchanges its refresh token. */
    default boolean isRefresh() {
        return false;
    }

    static Issuance of(KeycloakSession session, ClientModel app) {
        if (SamlProtocol.LOGIN_PROTOCOL.equals(app.getProtocol())) {
            return new Assertion();
        }
        // The token endpoint alone reads this parameter, and serves nobody without it.
        String grant =
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE);
        OAuth2GrantType type = grant == null ? null : session.getProvider(OAuth2GrantType.class, grant);
        if (type != null) {
            return new TokenEndpoint(type.getEventType());
        }
        // Example tokens of the admin console have an authentication session too, but are asked for with a bearer
        // token.
        KeycloakContext context = session.getContext();
        boolean inBrowser = context.getAuthenticationSession() != null && context.getBearerToken() == null;
        return inBrowser ? new FrontChannel() : new Preview();
    }

    /** An app asks for tokens. */
    record TokenEndpoint(EventType eventType) implements Issuance {

        @Override
        public boolean isRefresh() {
            return eventType == EventType.REFRESH_TOKEN;
        }

        @Override
        public void refuse(KeycloakSession session, TokenRefusal refusal, String description) {
            refusal.count();
            // not invalid_grant: apps would throw their refresh token away for a passing fault
            throw new TokenInterceptorException(OAuthErrorException.SERVER_ERROR, description);
        }
    }

    /**
     * Implicit and hybrid flow: tokens would leave with the redirect.
     *
     * <p>The answer is an error page, though OIDC asks for a redirect with an error: mappers can only throw, and what
     * Keycloak makes of that differs between a form post, single sign-on and {@code prompt=none}. No exception becomes a
     * redirect on all three.
     */
    record FrontChannel() implements Issuance {

        @Override
        public EventType eventType() {
            return EventType.LOGIN;
        }

        @Override
        public void refuse(KeycloakSession session, TokenRefusal refusal, String description) {
            refusal.count();
            throw new ErrorPageException(
                    session,
                    session.getContext().getAuthenticationSession(),
                    Response.Status.BAD_REQUEST,
                    Messages.INTERNAL_SERVER_ERROR);
        }
    }

    /**
     * An assertion would leave for a SAML app. The customer sees an error page, and the app is told nothing, as Entra has it:
     * Keycloak makes an error page of whatever is thrown here.
     */
    record Assertion() implements Issuance {

        @Override
        public EventType eventType() {
            return EventType.LOGIN;
        }

        @Override
        public void refuse(KeycloakSession session, TokenRefusal refusal, String description) {
            refusal.count();
            throw new ErrorPageException(
                    session,
                    session.getContext().getAuthenticationSession(),
                    Response.Status.BAD_REQUEST,
                    Messages.FAILED_TO_PROCESS_RESPONSE);
        }
    }

    /** An administrator looks at an example token, or Keycloak evaluates permissions: nothing is issued. */
    record Preview() implements Issuance {

        @Override
        public EventType eventType() {
            return EventType.CLIENT_INFO;
        }

        @Override
        public void refuse(KeycloakSession session, TokenRefusal refusal, String description) {
            // the claims are missing from the preview, which is what it should show
        }
    }
}
