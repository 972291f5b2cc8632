package dev.externaltenants.userflow.proof;

import java.util.List;

import dev.externaltenants.userflow.EventDetails;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the event log learns of a sign-in that came to be before its last page. Keycloak writes {@code LOGIN} in the request
 * of the last page, and makes the event anew in each request (LoginActionsService#initLoginEvent): it brings its own
 * details along as notes of the sign-in, and so are these. A note says of whom it is, for a sign-in may go on with another
 * account.
 */
public final class SignInDetails {

    private static final String PREFIX = "xt.detail.";
    private static final String SEPARATOR = " ";
    private static final List<String> KEPT = List.of(
            EventDetails.METHOD, EventDetails.TRUSTED_DEVICE, EventDetails.NEW_TRUSTED_DEVICE, EventDetails.MIGRATION);

    private SignInDetails() {}

    /**
     * Keeps a detail for the end of the sign-in.
     *
     * @param detail one of those that are kept
     */
    public static void keep(AuthenticationSessionModel signIn, UserModel customer, String detail, String value) {
        if (!KEPT.contains(detail)) {
            throw new IllegalArgumentException("Not kept: " + detail);
        }
        signIn.setAuthNote(PREFIX + detail, customer.getId() + SEPARATOR + value);
    }

    /** Adds what was kept of the customer to the event that the sign-in may end with. */
    public static void tell(AuthenticationSessionModel signIn, UserModel customer, EventBuilder event) {
        String own = customer.getId() + SEPARATOR;
        for (String detail : KEPT) {
            String note = signIn.getAuthNote(PREFIX + detail);
            if (note != null && note.startsWith(own)) {
                event.detail(detail, note.substring(own.length()));
            }
        }
    }
}
