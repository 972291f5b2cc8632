package dev.externaltenants.emailotp.signin.reset;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

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
        // Read to the end first: each logout takes one away.
        List<UserSessionModel> others = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(open -> !open.getId().equals(here))
                .toList();
        others.forEach(this::end);
    }

    private void end(UserSessionModel open) {
        AuthenticationManager.backchannelLogout(
                context.getSession(),
                context.getRealm(),
                open,
                context.getUriInfo(),
                context.getConnection(),
                context.getHttpRequest().getHttpHeaders(),
                true,
                open.isOffline());
        context.getEvent()
                .clone()
                .event(EventType.LOGOUT)
                .session(open)
                .user(user)
                .success();
    }
}
