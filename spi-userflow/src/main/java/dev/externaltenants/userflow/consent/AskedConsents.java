package dev.externaltenants.userflow.consent;

import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Notes at a sign-in that nothing more was to be asked, for the session that comes of it. */
public final class AskedConsents {

    /** A note of the sign-in for its client, which Keycloak hands to the client's session. */
    private static final String NOTE = "xt.consents.asked";

    private AskedConsents() {}

    public static void settle(AuthenticationSessionModel signIn, UserFlow flow) {
        signIn.setClientNote(NOTE, flow.id());
    }

    /** Written over, not removed: an earlier sign-in of the same session may have left its own. */
    public static void unsettle(AuthenticationSessionModel signIn) {
        signIn.setClientNote(NOTE, "");
    }

    public static boolean areSettled(AuthenticatedClientSessionModel clientSession, UserFlow flow) {
        return flow.id().equals(clientSession.getNote(NOTE));
    }
}
