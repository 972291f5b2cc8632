package dev.externaltenants.emailotp;

import java.util.Locale;

/**
 * What is needed to issue a code.
 *
 * @param locale of the mail
 * @param appName as the customer knows the app
 * @param sourceAddress the caller's IP address, or null when unknown
 * @param earlierChallengeId of the code that the new one replaces, or null
 * @param admission whether the code lets anybody in, which is decided when the mail is written
 */
public record IssueRequest(
        PasscodeScope scope,
        Locale locale,
        String appName,
        String sourceAddress,
        String earlierChallengeId,
        Admission admission) {}
