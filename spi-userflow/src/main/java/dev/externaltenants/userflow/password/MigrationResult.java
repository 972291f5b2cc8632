package dev.externaltenants.userflow.password;

import java.util.Map;

/** What became of a password typed for an account that is yet to be migrated. */
public sealed interface MigrationResult {

    /** It opens the account. */
    record Proven(Outcome outcome) implements MigrationResult {}

    /** It is not the password. */
    record Refused() implements MigrationResult {}

    /**
     * Nobody signs in to this account.
     *
     * @param title plain text, or null for one of ours
     * @param message plain text, or null for one of ours
     */
    record Blocked(String title, String message) implements MigrationResult {}

    /**
     * Nobody said whether it is, so it is not.
     *
     * @param details of the event, by which operators see why
     */
    record Undecided(Map<String, String> details) implements MigrationResult {}

    /** What a right password leads to. */
    enum Outcome {
        /** It was the stored one already. */
        STORED,
        /** It is stored now. */
        MIGRATED,
        /** The customer must choose another one before the sign-in goes on. */
        MUST_CHANGE
    }
}
