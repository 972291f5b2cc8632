package dev.externaltenants.emailotp;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.Config;

/**
 * The operator's settings; limits of mails hold for each purpose by itself. A value out of bounds stops the start: a
 * typing error must not open a hole quietly.
 *
 * @param codeLength digits of a code
 * @param lifetime seconds that a code lives
 * @param triesPerCode typed codes after which a code is dead
 * @param wrongTriesPerHour wrong codes of a subject, whatever the code, session or node
 * @param coolDown seconds between two mails to an address for the same purpose
 * @param mailsPerAddress unproven mails to an address in an hour, and notices of each kind of change
 * @param mailsPerAccount unproven mails to an account in an hour, whatever its addresses; while nobody is known yet, the
 *     address stands for the account
 * @param mailsPerSource unproven mails asked for from one IP address (or IPv6 /64) in an hour
 * @param mailsPerTenant unproven mails of a realm in an hour
 * @param mailThreads threads that talk to mail servers, half of them at most for one realm
 * @param mailQueue mails that wait for a thread before further ones are rejected, half of them at most of one realm
 * @param sameCodeOnResend whether a resend within the code's life brings the same code, and not a newer one in its place
 * @param codeInSubject whether the subject begins with the code
 */
public record PasscodeSettings(
        int codeLength,
        int lifetime,
        int triesPerCode,
        int wrongTriesPerHour,
        int coolDown,
        int mailsPerAddress,
        int mailsPerAccount,
        int mailsPerSource,
        int mailsPerTenant,
        int mailThreads,
        int mailQueue,
        boolean sameCodeOnResend,
        boolean codeInSubject) {

    public static final PasscodeSettings DEFAULTS =
            new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 5_000, 8, 1_000, false, false);

    public PasscodeSettings {
        bounded("code-length", codeLength, 6, 10);
        bounded("lifetime", lifetime, 60, 900);
        bounded("tries-per-code", triesPerCode, 1, 5);
        bounded("wrong-tries-per-hour", wrongTriesPerHour, 1, 25);
        bounded("cool-down", coolDown, 1, 600);
        bounded("mails-per-address", mailsPerAddress, 1, 30);
        bounded("mails-per-account", mailsPerAccount, 1, 100);
        bounded("mails-per-source", mailsPerSource, 1, 100_000);
        bounded("mails-per-tenant", mailsPerTenant, 1, 1_000_000);
        // One could not be shared: a realm gets half of the threads at most.
        bounded("mail-threads", mailThreads, 2, 64);
        bounded("mail-queue", mailQueue, 1, 100_000);
    }

    static PasscodeSettings from(Config.Scope config) {
        return new PasscodeSettings(
                config.getInt("codeLength", DEFAULTS.codeLength),
                config.getInt("lifetime", DEFAULTS.lifetime),
                config.getInt("triesPerCode", DEFAULTS.triesPerCode),
                config.getInt("wrongTriesPerHour", DEFAULTS.wrongTriesPerHour),
                config.getInt("coolDown", DEFAULTS.coolDown),
                config.getInt("mailsPerAddress", DEFAULTS.mailsPerAddress),
                config.getInt("mailsPerAccount", DEFAULTS.mailsPerAccount),
                config.getInt("mailsPerSource", DEFAULTS.mailsPerSource),
                config.getInt("mailsPerTenant", DEFAULTS.mailsPerTenant),
                config.getInt("mailThreads", DEFAULTS.mailThreads),
                config.getInt("mailQueue", DEFAULTS.mailQueue),
                config.getBoolean("sameCodeOnResend", DEFAULTS.sameCodeOnResend),
                config.getBoolean("codeInSubject", DEFAULTS.codeInSubject));
    }

    /** Returns all of them under the names of their options. */
    Map<String, String> asText() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("code-length", Integer.toString(codeLength));
        text.put("lifetime", Integer.toString(lifetime));
        text.put("tries-per-code", Integer.toString(triesPerCode));
        text.put("wrong-tries-per-hour", Integer.toString(wrongTriesPerHour));
        text.put("cool-down", Integer.toString(coolDown));
        text.put("mails-per-address", Integer.toString(mailsPerAddress));
        text.put("mails-per-account", Integer.toString(mailsPerAccount));
        text.put("mails-per-source", Integer.toString(mailsPerSource));
        text.put("mails-per-tenant", Integer.toString(mailsPerTenant));
        text.put("mail-threads", Integer.toString(mailThreads));
        text.put("mail-queue", Integer.toString(mailQueue));
        text.put("same-code-on-resend", Boolean.toString(sameCodeOnResend));
        text.put("code-in-subject", Boolean.toString(codeInSubject));
        return text;
    }

    private static void bounded(String setting, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "One-time passcodes: setting %s is %d, it must be %d to %d".formatted(setting, value, min, max));
        }
    }
}
