package dev.externaltenants.emailotp.signin.reset;

import java.util.stream.Stream;

import dev.externaltenants.userflow.proof.EndedSessions;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** All that an account has open but for the browser at hand, offline sessions too. */
final class OtherSessions {

    private final AuthenticationFlowContext context;
    private final UserModel user;

    OtherSessions(AuthenticationFlowContext context, UserModel user) {
        this.context = context;
        this.user = user;
    }

    void end() {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        String here = context.getAuthenticationSession().getParentSession().getId();
        Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(open -> isElsewhere(open, here))
                .forEach(open -> context.getEvent()
                        .clone()
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
