package dev.externaltenants.themes.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts as {@link java.text.MessageFormat} writes them, where an apostrophe stands twice. */
final class MessagePatterns {

    private MessagePatterns() {}

    /** Returns the patterns of an operator's texts by the keys of our messages. */
    static Map<String, String> of(Map<String, String> texts) {
        Map<String, String> patterns = new HashMap<>();
        texts.forEach((key, text) -> keys(key).forEach(message -> patterns.put(message, text.replace("'", "''"))));
        return Map.copyOf(patterns);
    }

    private static List<String> keys(String text) {
        return FixedText.named(text)
                .map(FixedText::messages)
                .or(() -> AttributeText.customAttribute(text)
                        .map(AttributeText::message)
                        .map(List::of))
                .orElse(List.of());
    }

    /** Returns the text of a pattern that has no argument. */
    static String plain(String pattern) {
        return pattern.replace("''", "'");
    }
}
