package dev.externaltenants.userflow.signin;

import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The level of authentication that the tenant asks of a sign-in beyond what the app asked for by itself. Only this part is
 * the tenant's to ask for less again, as where a trusted device stands in.
 */
final class RaisedLevel {

    /** What the app asked for. A client note, because the sign-in may begin again and the raised level stays. */
    private static final String ASKED_BY_APP = "xt.levelAskedByApp";

    private RaisedLevel() {}

    /** Asks for at least this level. The app may have asked for more; that is never lowered. */
    static void raise(AuthenticationSessionModel signIn, int level) {
        rememberLevelOfApp(signIn);
        if (AssuranceLevel.requested(signIn) < level) {
            request(signIn, level);
        }
    }

    /** As {@link #raise}; a sign-in that falls short of it is refused. */
    static void demand(AuthenticationSessionModel signIn, int level) {
        raise(signIn, level);
        // Without this, Keycloak takes the level as a wish and lets a flow that falls short of it through.
        signIn.setClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION, "true");
    }

    /** To be told before the level is raised. */
    static void rememberLevelOfApp(AuthenticationSessionModel signIn) {
        if (signIn.getClientNote(ASKED_BY_APP) == null) {
            signIn.setClientNote(ASKED_BY_APP, String.valueOf(AssuranceLevel.requested(signIn)));
        }
    }

    /** Returns whether the app by itself asked for one factor at most. */
    static boolean isAppContentWithOne(AuthenticationSessionModel signIn) {
        return signIn.getClientNote(ASKED_BY_APP) != null && askedByApp(signIn) < AssuranceLevel.TWO_FACTORS;
    }

    /** Returns whether the app by itself would have been content with one factor. */
    static boolean isRaised(AuthenticationSessionModel signIn) {
        return isAppContentWithOne(signIn) && AssuranceLevel.requested(signIn) >= AssuranceLevel.TWO_FACTORS;
    }

    /** Asks for one factor only, where {@link #isRaised}. */
    static void lower(AuthenticationSessionModel signIn) {
        request(signIn, AssuranceLevel.ONE_FACTOR);
    }

    private static int askedByApp(AuthenticationSessionModel signIn) {
        return Integer.parseInt(signIn.getClientNote(ASKED_BY_APP));
    }

    private static void request(AuthenticationSessionModel signIn, int level) {
        signIn.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(level));
    }
}
