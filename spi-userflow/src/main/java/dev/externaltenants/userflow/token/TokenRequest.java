package dev.externaltenants.userflow.token;

import java.util.Optional;

import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** The call that tokens are made for: at the token endpoint, or by the browser, or an administrator's look at an example. */
final class TokenRequest {

    private final KeycloakSession session;

    TokenRequest(KeycloakSession session) {
        this.session = session;
    }

    boolean isAtTokenEndpoint() {
        return grant().isPresent();
    }

    boolean isBy(String grantType) {
        return grant().filter(grantType::equals).isPresent();
    }

    /** Grants that take a token leave it where the REST leaves its caller's. */
    boolean isAdministrators() {
        return !isAtTokenEndpoint() && session.getContext().getBearerToken() != null;
    }

    /** Returns that of the grant, or of a sign-in where tokens go by the browser. */
    EventType eventType() {
        return grant().map(grant -> session.getProvider(OAuth2GrantType.class, grant))
                .map(OAuth2GrantType::getEventType)
                .orElse(EventType.LOGIN);
    }

    private Optional<String> grant() {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE));
    }
}
