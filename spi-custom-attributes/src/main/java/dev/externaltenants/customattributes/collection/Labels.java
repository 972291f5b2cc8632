package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.input.Option;

/** Chooses the words of a field: the customer's language first, and never nothing. */
final class Labels {

    /** What the message of an operator's own label begins with; without one, a message is its key. */
    private static final String OVERRIDE = "xtAttribute.";

    private final List<String> languages;
    private final UnaryOperator<String> messages;

    /**
     * @param realmDefault language tag, or null
     * @param messages gives the theme's text of a message key in the customer's language
     */
    Labels(Locale customer, String realmDefault, UnaryOperator<String> messages) {
        this.languages = LocalText.languages(customer, realmDefault);
        this.messages = messages;
    }

    String of(SignUpField field) {
        return of(field.input().label()).orElseGet(() -> displayName(field));
    }

    String of(Option option) {
        return of(option.text()).orElseGet(option::value);
    }

    /** @param text null for none */
    Optional<String> of(LocalText text) {
        return text == null ? Optional.empty() : text.in(languages);
    }

    /** Returns the theme's text of a message key. */
    String message(String key) {
        return messages.apply(key);
    }

    private String displayName(SignUpField field) {
        String key = OVERRIDE + field.attribute().key();
        String override = messages.apply(key);
        return override.equals(key) ? ofCatalogue(field) : override;
    }

    private String ofCatalogue(SignUpField field) {
        return messageKey(field.attribute().displayName())
                .map(messages)
                .orElse(field.attribute().displayName());
    }

    private static Optional<String> messageKey(String displayName) {
        return displayName.startsWith("${") && displayName.endsWith("}")
                ? Optional.of(displayName.substring(2, displayName.length() - 1))
                : Optional.empty();
    }
}
