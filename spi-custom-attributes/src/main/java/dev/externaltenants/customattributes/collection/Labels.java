package dev.externaltenants.customattributes.collection;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.signup.SignUpField;

/** Chooses the words of a field: the customer's language first, and never nothing. */
final class Labels {

    private final Locale customer;
    private final String realmDefault;
    private final UnaryOperator<String> messages;

    /**
     * @param realmDefault language tag, or null
     * @param messages gives the theme's text of a message key in the customer's language
     */
    Labels(Locale customer, String realmDefault, UnaryOperator<String> messages) {
        this.customer = customer;
        this.realmDefault = realmDefault;
        this.messages = messages;
    }

    String of(SignUpField field) {
        Map<String, String> byTag = new TreeMap<>();
        field.input().label().forEach((tag, text) -> byTag.put(normal(tag), text));
        return Stream.of(customer.toLanguageTag(), customer.getLanguage(), realmDefault, "en")
                .filter(Objects::nonNull)
                .map(tag -> byTag.get(normal(tag)))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> byTag.values().stream().findFirst())
                .orElseGet(() -> displayName(field));
    }

    private String displayName(SignUpField field) {
        return messageKey(field.attribute().displayName())
                .map(messages)
                .orElse(field.attribute().displayName());
    }

    private static Optional<String> messageKey(String displayName) {
        return displayName.startsWith("${") && displayName.endsWith("}")
                ? Optional.of(displayName.substring(2, displayName.length() - 1))
                : Optional.empty();
    }

    private static String normal(String tag) {
        return tag.replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
