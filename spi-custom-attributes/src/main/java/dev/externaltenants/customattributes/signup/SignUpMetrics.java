package dev.externaltenants.customattributes.signup;

import dev.externaltenants.userflow.metrics.ResultCounter;

/** Counts how sign-ups end whose address was proven. */
final class SignUpMetrics {

    private final ResultCounter<Result> results =
            new ResultCounter<>("xt.sign.up", Result.class, "result", ResultCounter::lowerCase);

    private enum Result {
        CREATED,
        REJECTED,
        ACCOUNT_EXISTS,
        BLOCKED,
        FAILED,
        NOT_OFFERED
    }

    void count(SignUpResult result) {
        results.count(kind(result));
    }

    private static Result kind(SignUpResult result) {
        if (result instanceof SignUpResult.Created) {
            return Result.CREATED;
        }
        if (result instanceof SignUpResult.Rejected) {
            return Result.REJECTED;
        }
        if (result instanceof SignUpResult.Blocked) {
            return Result.BLOCKED;
        }
        if (result instanceof SignUpResult.Failed) {
            return Result.FAILED;
        }
        return result instanceof SignUpResult.NotOffered ? Result.NOT_OFFERED : Result.ACCOUNT_EXISTS;
    }
}
