package dev.externaltenants.userflow;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must hold of a regular expression that an operator writes, before any value is matched with it. */
public final class PatternRules {

    private static final int MAX_LENGTH = 250;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,19})(?:,(\\d{1,19})?)?\\}");
    private static final double MAX_REPEATS = 10_000;

    private PatternRules() {}

    /** Returns what is wrong with it, in a sentence. */
    public static Optional<String> refusal(String pattern) {
        if (pattern == null || pattern.isBlank() || pattern.length() > MAX_LENGTH) {
            return Optional.of("A pattern has 1 to " + MAX_LENGTH + " characters.");
        }
        if (repeats(pattern) > MAX_REPEATS) {
            return Optional.of(
                    "The counts of a pattern's repetitions may multiply to at most " + (int) MAX_REPEATS + ".");
        }
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("Not a regular expression: " + e.getDescription() + ".");
        }
    }

    /** Nested counts that read no character, as in {@code (?:(?:){9999}){9999}}, would spin where no limit on reading helps. */
    private static double repeats(String pattern) {
        return COUNT.matcher(pattern)
                .results()
                .mapToDouble(count -> Double.parseDouble(count.group(2) == null ? count.group(1) : count.group(2)))
                .reduce(1, (all, one) -> all * Math.max(1, one));
    }
}
