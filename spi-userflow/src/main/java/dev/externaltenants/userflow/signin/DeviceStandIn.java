package dev.externaltenants.userflow.signin;

import dev.externaltenants.userflow.device.TrustedDevice;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a trusted device stood in for the second factor: at this app, for this customer. Client notes go from a sign-in into
 * the session of its app alone, so no other app takes it for its own; no request can write one.
 */
public final class DeviceStandIn {

    private static final String NOTE = "xt.trustedDevice";
    private static final String SEPARATOR = " ";

    private DeviceStandIn() {}

    static void note(AuthenticationSessionModel signIn, UserModel customer, TrustedDevice device) {
        signIn.setClientNote(NOTE, customer.getId() + SEPARATOR + device.id());
    }

    static void forget(AuthenticationSessionModel signIn) {
        signIn.removeClientNote(NOTE);
    }

    /** Returns whether it did in the sign-in that the app's session is of. */
    public static boolean isNotedIn(AuthenticatedClientSessionModel clientSession) {
        String note = clientSession.getNote(NOTE);
        return note != null
                && note.startsWith(clientSession.getUserSession().getUser().getId() + SEPARATOR);
    }
}
