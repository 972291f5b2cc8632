package dev.externaltenants.userflow.broker;

import java.util.Optional;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The e-mail address that a first login with a provider may make an account of: proven, and for one identity.
 *
 * <p>Kept in the authentication session, which Keycloak empties when a first login begins.
 */
public record BrokeredEmail(String address, Proof proof) {

    private static final String NOTE = "xt.broker.provenEmail";
    private static final String SEPARATOR = "\n";

    /** Who says that the customer reads the mailbox. */
    public enum Proof {
        PROVIDER,
        /** A code that we sent there in this very sign-in. */
        CODE
    }

    public static void store(
            AuthenticationSessionModel signIn, BrokeredIdentity identity, String address, Proof proof) {
        signIn.setAuthNote(NOTE, String.join(SEPARATOR, proof.name(), address, identity.key()));
    }

    public static Optional<BrokeredEmail> of(AuthenticationSessionModel signIn, BrokeredIdentity identity) {
        return Optional.ofNullable(signIn.getAuthNote(NOTE))
                .map(note -> note.split(SEPARATOR, 3))
                .filter(parts -> parts[2].equals(identity.key()))
                .map(parts -> new BrokeredEmail(parts[1], Proof.valueOf(parts[0])));
    }
}
