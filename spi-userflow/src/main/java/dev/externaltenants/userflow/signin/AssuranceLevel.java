package dev.externaltenants.userflow.signin;

import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Levels of authentication in a tenant's browser flow, in Keycloak's own step-up sense: they travel in the session and
 * the {@code acr} claim, so a session that proved one factor never satisfies an app that asks for two.
 */
public final class AssuranceLevel {

    /** One factor was proven. */
    public static final int ONE_FACTOR = 1;

    /** Two factors were proven. */
    public static final int TWO_FACTORS = 2;

    private AssuranceLevel() {}

    /** Returns what app and user flow ask of this sign-in, behind the app gate; less than one where nobody asks. */
    public static int requested(AuthenticationSessionModel signIn) {
        String requested = signIn.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        return requested == null ? Constants.NO_LOA : Integer.parseInt(requested);
    }
}
