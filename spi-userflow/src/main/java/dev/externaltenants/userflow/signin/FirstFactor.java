package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * By what the customer proved the first factor, kept in the session: a code by e-mail must not be taken for a second
 * factor of whoever proved the first one by a code by e-mail, whenever that was.
 */
public final class FirstFactor {

    private static final String KIND = "xt.firstFactor";
    private static final String EMAIL_CODE = "email_otp";
    private static final String PASSWORD = "password";
    private static final String PROVIDER = "identity_provider";
    private static final String PASSWORD_RESET = "password_reset";

    /** Whose code was proven in this sign-in; dropped with it. */
    private static final String CODE_OF = "xt.signIn.codeProvenBy";

    private FirstFactor() {}

    public static void provenByCode(AuthenticationSessionModel signIn, UserModel user) {
        signIn.setAuthNote(CODE_OF, user.getId());
        signIn.setUserSessionNote(KIND, EMAIL_CODE);
    }

    public static void provenByPassword(AuthenticationSessionModel signIn) {
        signIn.setUserSessionNote(KIND, PASSWORD);
    }

    public static void provenByProvider(AuthenticationSessionModel signIn) {
        signIn.setUserSessionNote(KIND, PROVIDER);
    }

    /** The new password is known to whoever read the code, so it adds nothing to that. */
    public static void provenByPasswordReset(AuthenticationSessionModel signIn) {
        signIn.setUserSessionNote(KIND, PASSWORD_RESET);
    }

    /** Returns whether the session began by a code that let its customer set another password. */
    static boolean isPasswordReset(UserSessionModel session) {
        return PASSWORD_RESET.equals(session.getNote(KIND));
    }

    /** Returns whether it was proven in this very sign-in, by whatever means. */
    static boolean isProvenIn(AuthenticationSessionModel signIn) {
        return signIn.getUserSessionNotes().containsKey(KIND);
    }

    /** Returns whether it was proven to the tenant itself in this session, not only to an identity provider. */
    public static boolean isProvenIn(UserSessionModel session) {
        String kind = session.getNote(KIND);
        return kind != null && !kind.equals(PROVIDER);
    }

    /** Returns whether it was a code by e-mail: in this sign-in, or in the session that it steps up. */
    public static boolean isEmailCode(KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn) {
        String now = signIn.getUserSessionNotes().get(KIND);
        if (now != null) {
            return isEmailCode(now);
        }
        AuthResult before = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return before != null && isEmailCode(before.session().getNote(KIND));
    }

    private static boolean isEmailCode(String kind) {
        return EMAIL_CODE.equals(kind) || PASSWORD_RESET.equals(kind);
    }

    /** Only this sign-in's, and only of the very user that it is about. */
    static boolean isProvenByCode(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return user != null
                && user.getId().equals(context.getAuthenticationSession().getAuthNote(CODE_OF));
    }
}
