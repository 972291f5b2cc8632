package dev.externaltenants.tenant.accounts;

import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.userflow.proof.EndedSessions;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Ends what an account has open: sessions, those of offline tokens, every token and every invitation from before. */
public final class AccountAccess {

    private final KeycloakSession session;
    private final RealmModel realm;

    public AccountAccess(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Tokens are refused as soon as this is committed, and the sessions end then. */
    public void end(UserModel user) {
        // Two endings within a second are two: a sign-in between them has proved what the second one ends.
        int ended = session.users().getNotBeforeOfUser(realm, user);
        int now = Math.toIntExact(Time.currentTimeMillis() / 1000);
        session.users().setNotBeforeForUser(realm, user, Math.max(now, ended + 1));
        user.removeAttribute(CustomerMark.INVITATION);
        EndedSessions.afterCommit(session, user.getId(), open -> true);
    }
}
