package dev.externaltenants.emailotp;

import java.security.SecureRandom;

/**
 * Makes codes. Where a resend brings the same one, it is derived from its challenge with the realm's key: then it can be
 * mailed again although it is stored nowhere.
 */
final class Codes {

    private final SecureRandom random;
    private final PasscodeSettings settings;

    Codes(SecureRandom random, PasscodeSettings settings) {
        this.random = random;
        this.settings = settings;
    }

    /** @param challengeId as random as a key, and never sent anywhere */
    String of(Seal seal, String challengeId, PasscodeScope scope) {
        return settings.sameCodeOnResend()
                ? seal.digits(settings.codeLength(), "digits", scope.fieldsAfter(challengeId))
                : random();
    }

    private String random() {
        StringBuilder code = new StringBuilder();
        random.ints(settings.codeLength(), 0, 10).forEach(code::append);
        return code.toString();
    }
}
