package dev.externaltenants.emailotp;

import java.util.EnumMap;
import java.util.Map;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.userflow.metrics.ResultCounter;

/** Counts what becomes of codes, by purpose. */
final class PasscodeMetrics {

    private final Map<Purpose, ResultCounter<Issue>> issues = new EnumMap<>(Purpose.class);
    private final Map<Purpose, ResultCounter<Verification>> verifications = new EnumMap<>(Purpose.class);

    PasscodeMetrics() {
        for (Purpose purpose : Purpose.values()) {
            issues.put(purpose, counter("xt.otp.issue", Issue.class, purpose));
            verifications.put(purpose, counter("xt.otp.verify", Verification.class, purpose));
        }
    }

    /** How a wish for a code ends. */
    private enum Issue {
        SENT,
        COOLING_DOWN,
        ADDRESS_BUDGET,
        ACCOUNT_BUDGET,
        SOURCE_BUDGET,
        TENANT_BUDGET
    }

    /** How a typed code ends. */
    private enum Verification {
        VERIFIED,
        WRONG,
        DEAD,
        TOO_MANY_TRIES
    }

    void count(Purpose purpose, IssueResult result) {
        issues.get(purpose).count(kind(result));
    }

    void count(Purpose purpose, VerifyResult result) {
        verifications.get(purpose).count(kind(result));
    }

    private static Issue kind(IssueResult result) {
        if (result instanceof IssueResult.Sent) {
            return Issue.SENT;
        }
        if (result instanceof IssueResult.TooManyMails refused) {
            return switch (refused.budget()) {
                case ADDRESS -> Issue.ADDRESS_BUDGET;
                case ACCOUNT -> Issue.ACCOUNT_BUDGET;
                case SOURCE -> Issue.SOURCE_BUDGET;
                case TENANT -> Issue.TENANT_BUDGET;
            };
        }
        return Issue.COOLING_DOWN;
    }

    private static Verification kind(VerifyResult result) {
        if (result instanceof VerifyResult.Verified) {
            return Verification.VERIFIED;
        }
        if (result instanceof VerifyResult.Wrong) {
            return Verification.WRONG;
        }
        return result instanceof VerifyResult.TooManyTries ? Verification.TOO_MANY_TRIES : Verification.DEAD;
    }

    private static <R extends Enum<R>> ResultCounter<R> counter(String name, Class<R> results, Purpose purpose) {
        return new ResultCounter<>(
                name, results, "result", ResultCounter::lowerCase, "purpose", ResultCounter.lowerCase(purpose));
    }
}
