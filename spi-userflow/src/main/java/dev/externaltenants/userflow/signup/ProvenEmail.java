package dev.externaltenants.userflow.signup;

import java.util.Optional;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The e-mail address that the customer of this sign-up has proven to read.
 *
 * <p>Kept in the authentication session, which is one browser tab's sign-up at one app, and dropped with it when the
 * customer starts anew. It proves nothing outside the registration flow: no other step reads it.
 */
public final class ProvenEmail {

    private static final String NOTE = "xt.signUp.provenEmail";

    private ProvenEmail() {}

    public static void store(AuthenticationSessionModel signUp, String email) {
        signUp.setAuthNote(NOTE, email);
    }

    public static Optional<String> of(AuthenticationSessionModel signUp) {
        return Optional.ofNullable(signUp.getAuthNote(NOTE));
    }

    /** Ends the proof, as when the customer goes back to change the address. */
    public static void clear(AuthenticationSessionModel signUp) {
        signUp.removeAuthNote(NOTE);
    }
}
