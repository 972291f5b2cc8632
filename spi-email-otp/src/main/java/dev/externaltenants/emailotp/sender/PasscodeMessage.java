package dev.externaltenants.emailotp.sender;

import java.util.Locale;

import dev.externaltenants.emailotp.MaskedEmail;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;

/**
 * A code on its way to a customer, or the message that an address gets instead of one.
 *
 * @param address where it goes, normalised
 * @param locale of the customer
 * @param purpose of the code
 * @param appName as the customer knows the app
 * @param clientId of the app, or null for none
 * @param sourceAddress the IP address from where the code was asked for, or null when unknown
 * @param code in clear, or null where the address gets none: then only the mail says why
 * @param lifetime seconds that the code lives
 * @param mail all of it, in the tenant's e-mail theme
 */
public record PasscodeMessage(
        String realmId,
        String realmName,
        String address,
        Locale locale,
        Purpose purpose,
        String appName,
        String clientId,
        String sourceAddress,
        String code,
        int lifetime,
        RenderedMail mail) {

    /** Never the code: a record would print it wherever it is logged. */
    @Override
    public String toString() {
        return "PasscodeMessage[" + MaskedEmail.of(address) + "]";
    }
}
