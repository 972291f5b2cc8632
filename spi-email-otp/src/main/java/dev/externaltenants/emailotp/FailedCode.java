package dev.externaltenants.emailotp;

import org.keycloak.events.Event;

/**
 * A code that proved nothing, typed for an address that anybody may type.
 *
 * @param event of the request, with all that is known in it
 * @param error that the event gets
 * @param isGuess whether a code was compared, which counts as a failure of the account
 * @param account whose code it would have been
 */
public record FailedCode(Event event, String error, boolean isGuess, AccountLookUp account) {

    /** Never the details: they name the address. */
    @Override
    public String toString() {
        return "FailedCode[" + error + "]";
    }
}
