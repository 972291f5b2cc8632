package dev.externaltenants.customattributes.signup;

import java.util.Optional;

import dev.externaltenants.userflow.signup.ProvenEmail;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An e-mail address that its reader has proven to read. Only a proof makes one, so no account can be created for an
 * address that somebody merely typed.
 */
public final class ProvenAddress {

    private final String email;

    private ProvenAddress(String email) {
        this.email = email;
    }

    /** Returns the address proven in this sign-up, or empty when none is. */
    public static Optional<ProvenAddress> of(AuthenticationSessionModel signUp) {
        return ProvenEmail.of(signUp).map(ProvenAddress::new);
    }

    public String email() {
        return email;
    }
}
