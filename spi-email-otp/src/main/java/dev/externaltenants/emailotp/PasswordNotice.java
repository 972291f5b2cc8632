package dev.externaltenants.emailotp;

import java.util.Locale;

/**
 * That the password of an account was changed, for its owner.
 *
 * @param appName as the customer knows the app where it was done
 */
public record PasswordNotice(String realmId, String address, Locale locale, String appName) {

    @Override
    public String toString() {
        return "PasswordNotice[" + MaskedEmail.of(address) + "]";
    }
}
