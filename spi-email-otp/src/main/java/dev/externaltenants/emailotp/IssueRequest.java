package dev.externaltenants.emailotp;

import java.util.Locale;

/**
 * What is needed to issue a code.
 *
 * @param locale of the mail
 * @param appName as the customer knows the app
 * @param sourceAddress the caller's IP address, or null when unknown
 * @param earlierChallengeId of the code that the new one replaces, or null
 * @param admitting whether the code lets anybody in. If not, all is done alike, but the mail has no code: it tells who
 *     reads it that there is no signing in with one, so that nothing but the mailbox tells which accounts exist
 * @param ways by which the account signs in, for a mail without a code
 */
public record IssueRequest(
        PasscodeScope scope,
        Locale locale,
        String appName,
        String sourceAddress,
        String earlierChallengeId,
        boolean admitting,
        SignInWays ways) {

    public IssueRequest(
            PasscodeScope scope,
            Locale locale,
            String appName,
            String sourceAddress,
            String earlierChallengeId,
            boolean admitting) {
        this(scope, locale, appName, sourceAddress, earlierChallengeId, admitting, SignInWays.NONE);
    }
}
