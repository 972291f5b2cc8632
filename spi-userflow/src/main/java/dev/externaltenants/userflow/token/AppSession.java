package dev.externaltenants.userflow.token;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;

/** A customer's session at an app that takes no token, as a page of the server itself does: the same demands on it. */
public final class AppSession {

    private AppSession() {}

    /** Returns whether the app would get tokens of this session. */
    public static boolean suits(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return new AppFlowCheck(session, new TokenRequest(session))
                .decide(clientSession.getClient(), clientSession)
                .isEmpty();
    }
}
