package dev.externaltenants.emailotp;

/** What a typed code proves. */
public sealed interface VerifyResult {

    /** The right code, typed in time, for the first time. */
    record Verified() implements VerifyResult {}

    /** A wrong code. With no tries left the code is dead too. */
    record Wrong(int triesLeft) implements VerifyResult {}

    /** Expired, used, replaced, tried too often, unknown, or of another scope: which one is not told. */
    record Dead() implements VerifyResult {}

    /** The subject's wrong tries of this hour are used up; the typed code was not looked at. */
    record TooManyTries() implements VerifyResult {}
}
