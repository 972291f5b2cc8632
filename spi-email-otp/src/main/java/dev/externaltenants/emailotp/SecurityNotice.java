package dev.externaltenants.emailotp;

import java.util.Locale;

/**
 * That something was changed by which an account is protected, for its owner.
 *
 * @param appName as the customer knows the app where it was done
 * @param clientId of that app, or null when it was done at none
 * @param detail what else is told, or empty
 */
public record SecurityNotice(
        String realmId, String address, Locale locale, String appName, String clientId, Change change, String detail) {

    /** What was changed. */
    public enum Change {
        /** By its customer, with a code. */
        PASSWORD_RESET("xtPasswordChangedSubject"),
        /** By its customer, who was signed in. */
        PASSWORD_CHANGED("xtPasswordChangedSubject"),
        /** By an administrator. */
        PASSWORD_GIVEN("xtPasswordChangedSubject"),
        /** To the masked address of the detail; it is told to the address that it was before. */
        EMAIL_CHANGED("xtEmailChangedSubject"),
        /** Another means of proof, by Keycloak's type of it in the detail. */
        MEANS_ADDED("xtMeansChangedSubject"),
        MEANS_REMOVED("xtMeansChangedSubject");

        private final String subject;

        Change(String subject) {
            this.subject = subject;
        }

        /** Returns the message key. */
        String subject() {
            return subject;
        }
    }

    @Override
    public String toString() {
        return "SecurityNotice[" + change + " " + MaskedEmail.of(address) + "]";
    }
}
