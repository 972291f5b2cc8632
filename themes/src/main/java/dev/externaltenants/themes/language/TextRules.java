package dev.externaltenants.themes.language;

import java.util.Map;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.input.Characters;

/** What must hold of an operator's texts, whichever way they come. */
final class TextRules {

    /** More than any of the defaults has in any language. */
    static final int MOST_CHARACTERS = 500;

    /** Room for our texts and for one of each of a tenant's 100 custom attributes under several names. */
    static final int MOST_TEXTS = 500;

    private static final String PLACEHOLDER = "{0}";

    private TextRules() {}

    /** @throws TenantException {@code xt_language_texts_too_many}, {@code xt_unknown_field}, {@code xt_language_text_invalid} */
    static void check(Map<String, String> texts) {
        if (texts.size() > MOST_TEXTS) {
            // Each page reads them, and each node keeps them.
            throw TenantException.invalid(
                    "xt_language_texts_too_many", null, "At most " + MOST_TEXTS + " texts of a language.");
        }
        texts.forEach((key, text) -> {
            boolean withPlaceholder =
                    FixedText.named(key).map(FixedText::hasPlaceholder).orElse(false);
            if (FixedText.named(key).isEmpty()
                    && AttributeText.customAttribute(key).isEmpty()) {
                throw TenantException.invalid("xt_unknown_field", key, "There is no text of this name.");
            }
            if (!isText(withPlaceholder && text != null ? text.replace(PLACEHOLDER, "") : text)) {
                throw TenantException.invalid(
                        "xt_language_text_invalid",
                        key,
                        "1 to " + MOST_CHARACTERS
                                + " characters in one line, none of < > { } and none that controls how "
                                + "others are shown; {0} only in Attribute_Generic_ConfirmationLabel.");
            }
        });
    }

    private static boolean isText(String text) {
        return text != null
                && !text.isBlank()
                && text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                && text.codePoints().noneMatch(TextRules::isRefused);
    }

    /** Some texts are messages of the form, which Keycloak takes for HTML, and all are patterns. */
    private static boolean isRefused(int point) {
        return "<>{}".indexOf(point) >= 0 || Characters.isForbidden(point);
    }
}
