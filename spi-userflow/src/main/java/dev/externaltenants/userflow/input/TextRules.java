package dev.externaltenants.userflow.input;

import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold of an operator's text. */
final class TextRules {

    static final String RULE =
            "A text has 1 to 1000 characters, one of a placeholder or a pattern 1 to 250; by language, its key is a language tag.";

    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}");

    private TextRules() {}

    /** Returns the field of the first text that is none, or empty when all are good. */
    static Optional<String> wrong(LocalText text, int max, String field) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.plain() != null && !withinLength(text.plain(), max)) {
            return Optional.of(field);
        }
        return text.byLanguage().entrySet().stream()
                .filter(local -> !LANGUAGE.matcher(local.getKey()).matches() || !withinLength(local.getValue(), max))
                .map(local -> field + "." + local.getKey())
                .findFirst();
    }

    static boolean withinLength(String text, int max) {
        return text != null && !text.isBlank() && text.length() <= max;
    }
}
