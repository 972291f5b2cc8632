package dev.externaltenants.emailotp;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

import dev.externaltenants.emailotp.IssueResult.MailBudget;
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
        String key = key(seal, "cool-down", scope.realmId(), scope.purpose().name(), mailbox(scope));
        return new CoolDown(store, key, settings.coolDown());
    }

    /** Apart for each purpose: anybody can ask for sign-up mails, and must not use up what signing in needs. */
    MailBudgets mails(Seal seal, PasscodeScope scope, String sourceAddress) {
        String realm = scope.realmId();
        String purpose = scope.purpose().name();
        String source = SourceAddress.group(sourceAddress);
        Map<MailBudget, Budget> budgets = new EnumMap<>(MailBudget.class);
        budgets.put(
                MailBudget.ADDRESS,
                perHour(key(seal, "mails-address", realm, purpose, mailbox(scope)), settings.mailsPerAddress()));
        budgets.put(
                MailBudget.ACCOUNT,
                perHour(key(seal, "mails-account", realm, purpose, scope.subject()), settings.mailsPerAccount()));
        budgets.put(
                MailBudget.SOURCE,
                perHour(key(seal, "mails-source", realm, purpose, source), settings.mailsPerSource()));
        budgets.put(MailBudget.TENANT, perHour(key(seal, "mails-tenant", realm, purpose), settings.mailsPerTenant()));
        return new MailBudgets(budgets);
    }

    /** Of each change apart: who causes one again and again must not use up what another is told by. */
    Budget notices(Seal seal, SecurityNotice notice) {
        String mailbox = EmailAddress.normalise(notice.address());
        String key = key(seal, "notices", notice.realmId(), notice.change().name(), mailbox);
        return perHour(key, settings.mailsPerAddress());
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

    /** Accounts may hold an address in a spelling that sign-up would not have taken. */
    private static String mailbox(PasscodeScope scope) {
        return EmailAddress.normalise(scope.address());
    }

    private static String key(Seal seal, String kind, String... fields) {
        return "xt.otp." + kind + "." + seal.hash(kind, fields);
    }
}
