package dev.externaltenants.customattributes.signup;

import java.util.Optional;

import dev.externaltenants.userflow.broker.BrokeredEmail;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The e-mail address whose proof the flow has recorded ({@link ProvenEmail}, {@link BrokeredEmail}). It is made of that record only,
 * never of what a form says, so no account is created for an address that somebody merely typed.
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

    /** Returns the address proven for the identity in this first login, or empty when none is. */
    public static Optional<ProvenAddress> of(AuthenticationSessionModel signIn, BrokeredIdentity identity) {
        return BrokeredEmail.of(signIn, identity).map(email -> new ProvenAddress(email.address()));
    }

    public String email() {
        return email;
    }
}
