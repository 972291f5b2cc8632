package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.EmailAddress;
import org.keycloak.authentication.AuthenticationFlowContext;

/** For whom an address is proven, and where that is written down. */
interface AddressProof {

    /** Returns whether there is nothing left to prove. */
    boolean isDone(AuthenticationFlowContext context);

    /** Returns the address that the customer need not type, because somebody said it already. */
    Optional<EmailAddress> claimed(AuthenticationFlowContext context);

    void done(AuthenticationFlowContext context, String address);

    /** The page that asks for the address. */
    EmailPage page(AuthenticationFlowContext context);
}
