package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import org.keycloak.authentication.AuthenticationFlowContext;

/** For whom an address is proven, and where that is written down. */
interface AddressProof {

    default Purpose purpose() {
        return Purpose.SIGN_UP;
    }

    /** Refuses where nobody may prove anything any more, and returns whether it did. */
    default boolean isRefused(AuthenticationFlowContext context) {
        return false;
    }

    /** Returns whether there is nothing left to prove. */
    boolean isDone(AuthenticationFlowContext context);

    /** Returns the address that the customer need not type, because somebody said it already. */
    Optional<EmailAddress> claimed(AuthenticationFlowContext context);

    default Admission admission(AuthenticationFlowContext context, String address) {
        return Admission.ALWAYS;
    }

    /** Takes the right code; false when the address has nobody any more whom it lets in. */
    boolean done(AuthenticationFlowContext context, String address);

    /** Books a code that proved nothing. */
    default void failed(AuthenticationFlowContext context, String address, VerifyResult result) {
        // nobody is known whom it could be booked for
    }

    /** The page that asks for the address. */
    EmailPage page(AuthenticationFlowContext context);
}
