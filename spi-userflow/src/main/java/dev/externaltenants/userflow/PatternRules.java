package dev.externaltenants.userflow;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must hold of a regular expression that an operator writes, before any value is matched with it. */
public final class PatternRules {

    private static final int MAX_LENGTH = 250;

    private PatternRules() {}

    /** Returns what is wrong with it, in a sentence. */
    public static Optional<String> refusal(String pattern) {
        if (pattern == null || pattern.isBlank() || pattern.length() > MAX_LENGTH) {
            return Optional.of("A pattern has 1 to " + MAX_LENGTH + " characters.");
        }
        try {
            PatternSyntax.check(pattern);
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("No pattern that we match: " + e.getDescription() + ".");
        }
    }
}
