package dev.externaltenants.tenant.accountpage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

import org.keycloak.common.util.Time;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Who is signed in at the account page.
 *
 * @param atAccount what the session has proven for this page
 * @param formToken known to this browser's own pages only; null where the sign-in made none
 */
record Visitor(UserModel user, UserSessionModel session, AuthenticatedClientSessionModel atAccount, String formToken) {

    /** After this long, a look at a page goes by the sign-in again, unseen, so that new demands are met. */
    private static final Duration ROUND = Duration.ofMinutes(15);

    /** How long ago a customer may have signed in who does what cannot be taken back. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final String CAME_IN = "xt.accountCameIn";

    Visitor with(UserModel account) {
        return new Visitor(account, session, atAccount, formToken);
    }

    void comeIn() {
        atAccount.setNote(CAME_IN, String.valueOf(now()));
    }

    boolean isToComeInAgain() {
        return isOlder(atAccount.getNote(CAME_IN), ROUND);
    }

    /** By the server's own note of the sign-in: a session that single sign-on opened is as old as the first sign-in. */
    boolean isFresh() {
        return !isOlder(session.getNote(AuthenticationManager.AUTH_TIME), FRESH);
    }

    /** Only a form that this browser got of us has the token, which a page of somebody else cannot read. */
    boolean sent(String token) {
        return formToken != null
                && MessageDigest.isEqual(
                        formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    boolean maySee() {
        return has(AccountRoles.MANAGE_ACCOUNT) || has(AccountRoles.VIEW_PROFILE);
    }

    /** An administrator who looks at the page as the customer decides nothing in the customer's name. */
    boolean mayChange() {
        return has(AccountRoles.MANAGE_ACCOUNT)
                && session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) == null;
    }

    private boolean has(String roleName) {
        ClientModel account = atAccount.getClient();
        RoleModel role = account.getRole(roleName);
        return role != null && user.hasRole(role);
    }

    private static boolean isOlder(String seconds, Duration most) {
        return seconds == null || now() - Integer.parseInt(seconds) > most.toSeconds();
    }

    private static int now() {
        return Math.toIntExact(Time.currentTimeMillis() / 1000);
    }

    /** Tells nothing of the token, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Visitor[" + user.getId() + "]";
    }
}
