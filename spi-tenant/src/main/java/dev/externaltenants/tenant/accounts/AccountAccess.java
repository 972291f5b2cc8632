package dev.externaltenants.tenant.accounts;

import dev.externaltenants.customattributes.CustomerMark;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends what an account has open: sessions, those of offline tokens, every token and every invitation from before. */
public final class AccountAccess {

    private final KeycloakSession session;
    private final RealmModel realm;

    public AccountAccess(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public void end(UserModel user) {
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeMillis() / 1000));
        user.removeAttribute(CustomerMark.INVITATION);
        // Collected first, because each end removes from what the stream reads.
        session.sessions()
                .getUserSessionsStream(realm, user)
                .toList()
                .forEach(open -> AuthenticationManager.backchannelLogout(
                        session,
                        realm,
                        open,
                        session.getContext().getUri(),
                        session.getContext().getConnection(),
                        session.getContext().getHttpRequest().getHttpHeaders(),
                        true));
        session.sessions().getOfflineUserSessionsStream(realm, user).toList().forEach(offline -> session.sessions()
                .removeOfflineUserSession(realm, offline));
    }
}
