package dev.externaltenants.emailotp;

/**
 * What a code is for. All of it goes into the code's hash, so a code that was mailed for one scope is wrong in every
 * other (the lesson of CVE-2026-18963).
 *
 * @param subject whose guesses are counted together: the user id, or where nobody is known yet the normalised address
 * @param address where the code is sent, normalised
 * @param clientId of the app
 * @param rootSessionId of the browser's authentication session
 * @param tabId of the browser's tab
 * @param executionId of the flow step
 */
public record PasscodeScope(
        String realmId,
        Purpose purpose,
        String subject,
        String address,
        String clientId,
        String rootSessionId,
        String tabId,
        String executionId) {

    /** Why the code is asked for. */
    public enum Purpose {
        /** To prove an address before an account is created with it. */
        SIGN_UP,
        /** As the proof by which a customer without a password signs in. */
        SIGN_IN,
        /** As second factor of an account. */
        MFA,
        /** To set another password for one that was forgotten. */
        PASSWORD_RESET,
        /** To prove the address that an account is to have from then on. */
        EMAIL_CHANGE
    }

    /** Returns all of it behind a challenge's id, for a hash. */
    String[] fieldsAfter(String challengeId) {
        return new String[] {
            challengeId, realmId, purpose.name(), subject, address, clientId, rootSessionId, tabId, executionId
        };
    }
}
