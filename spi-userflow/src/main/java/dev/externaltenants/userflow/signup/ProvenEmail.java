package dev.externaltenants.userflow.signup;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The e-mail address that the customer of this sign-up has proven to read.
 *
 * <p>Kept in the authentication session, which is one browser tab's sign-up at one app, and dropped with it when the
 * customer starts anew. It proves nothing outside the registration flow: no other step reads it. Reloading the page keeps
 * that session for as long as one likes, and mailboxes change hands, so the proof has an age of its own.
 */
public final class ProvenEmail {

    private static final String NOTE = "xt.signUp.provenEmail";
    private static final String SINCE = "xt.signUp.provenSince";

    /** Longer than anybody fills in a form. */
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private ProvenEmail() {}

    public static void store(AuthenticationSessionModel signUp, String email) {
        signUp.setAuthNote(NOTE, email);
        signUp.setAuthNote(SINCE, String.valueOf(Time.currentTimeMillis()));
    }

    public static Optional<String> of(AuthenticationSessionModel signUp) {
        return Optional.ofNullable(signUp.getAuthNote(NOTE)).filter(email -> !isOver(signUp));
    }

    /** Returns whether an address was proven, and longer ago than a proof is good. */
    public static boolean isOver(AuthenticationSessionModel signUp) {
        String since = signUp.getAuthNote(SINCE);
        return since != null && Time.currentTimeMillis() - Long.parseLong(since) > GOOD_FOR.toMillis();
    }

    /** Ends the proof, as when the customer goes back to change the address. */
    public static void clear(AuthenticationSessionModel signUp) {
        signUp.removeAuthNote(NOTE);
        signUp.removeAuthNote(SINCE);
    }
}
