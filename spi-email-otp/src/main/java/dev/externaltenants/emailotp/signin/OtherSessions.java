package dev.externaltenants.emailotp.signin;

import java.util.stream.Stream;

import dev.externaltenants.userflow.proof.EndedSessions;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** All that an account has open but for the browser at hand, offline sessions too. */
public final class OtherSessions {

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final EventBuilder event;

    /** @param event of which each end is another one */
    public OtherSessions(KeycloakSession session, AuthenticationSessionModel signIn, EventBuilder event) {
        this.session = session;
        this.signIn = signIn;
        this.event = event;
    }

    public void end(UserModel user) {
        RealmModel realm = signIn.getRealm();
        String here = signIn.getParentSession().getId();
        Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(open -> isElsewhere(open, here))
                .forEach(open -> event.clone()
                        .event(EventType.LOGOUT)
                        .session(open)
                        .user(user)
                        .success());
        EndedSessions.afterCommit(session, user.getId(), open -> isElsewhere(open, here));
    }

    /** An offline session has the id of the one that it came of, and its token may be anywhere. */
    private static boolean isElsewhere(UserSessionModel open, String here) {
        return open.isOffline() || !open.getId().equals(here);
    }
}
