package dev.externaltenants.userflow.signin;

import java.util.Optional;

import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.IdentityCookieToken;

/**
 * The session that the browser's cookie names. Keycloak's cookie step verifies the cookie right after; whose is forged gets
 * nothing by it there, and here at most one more question.
 */
final class SessionCookie {

    private SessionCookie() {}

    static Optional<UserSessionModel> namedSession(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .flatMap(SessionCookie::sessionId)
                .map(id -> session.sessions().getUserSession(realm, id));
    }

    private static Optional<String> sessionId(String cookie) {
        try {
            return Optional.ofNullable(new JWSInput(cookie)
                    .readJsonContent(IdentityCookieToken.class)
                    .getSessionId());
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }
}
