package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.AccountLookUp;
import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;

/** For whom an address is proven in one request, and where that is written down. */
interface AddressProof {

    default Purpose purpose() {
        return Purpose.SIGN_UP;
    }

    /** Refuses where nobody may prove anything any more, and returns whether it did. */
    default boolean isRefused() {
        return false;
    }

    /** Returns whether there is nothing left to prove. */
    default boolean isDone() {
        return false;
    }

    /** Returns the address that the customer need not type, because somebody said it already. */
    default Optional<EmailAddress> claimed() {
        return Optional.empty();
    }

    /** Returns what is wrong with an address that cannot be proven here, whoever has it. */
    default Optional<String> objection(String address) {
        return Optional.empty();
    }

    /** Returns whose guesses are counted together: by address where nobody is known yet. */
    default String subject(String address) {
        return address;
    }

    default Admission admission(String address) {
        return Admission.ALWAYS;
    }

    /** Takes the right code; false when the address has nobody any more whom it lets in. */
    boolean done(String address);

    /** Returns whose failure it is when a code for the address proves nothing, where it is anybody's. */
    default Optional<AccountLookUp> account(String address) {
        return Optional.empty();
    }

    /** The page that asks for the address. */
    EmailPage page();
}
