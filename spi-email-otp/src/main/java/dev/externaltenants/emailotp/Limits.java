package dev.externaltenants.emailotp;

import java.security.SecureRandom;

import org.keycloak.models.SingleUseObjectProvider;

/** Makes the budgets and pauses of a scope; their keys hold hashes only, never an address. */
final class Limits {

    private static final int HOUR = 3_600;

    private final SingleUseObjectProvider store;
    private final SecureRandom random;
    private final PasscodeSettings settings;

    Limits(SingleUseObjectProvider store, SecureRandom random, PasscodeSettings settings) {
        this.store = store;
        this.random = random;
        this.settings = settings;
    }

    CoolDown coolDown(Seal seal, PasscodeScope scope) {
        String key = key(seal, "cool-down", scope.realmId(), scope.purpose().name(), scope.address());
        return new CoolDown(store, key, settings.coolDown());
    }

    MailBudgets mails(Seal seal, PasscodeScope scope, String sourceAddress) {
        String realm = scope.realmId();
        return new MailBudgets(
                perHour(key(seal, "mails-address", realm, scope.address()), settings.mailsPerAddress()),
                perHour(
                        key(seal, "mails-source", realm, SourceAddress.group(sourceAddress)),
                        settings.mailsPerSource()),
                perHour(key(seal, "mails-tenant", realm), settings.mailsPerTenant()));
    }

    Budget triesOfSubject(Seal seal, PasscodeScope scope) {
        String key = key(seal, "tries-subject", scope.realmId(), scope.purpose().name(), scope.subject());
        return perHour(key, settings.wrongTriesPerHour());
    }

    Budget triesOfCode(String challengeId) {
        return new Budget(
                store, random, "xt.otp.tries-code." + challengeId, settings.triesPerCode(), settings.lifetime());
    }

    private Budget perHour(String key, int size) {
        return new Budget(store, random, key, size, HOUR);
    }

    private static String key(Seal seal, String kind, String... fields) {
        return "xt.otp." + kind + "." + seal.hash(kind, fields);
    }
}
