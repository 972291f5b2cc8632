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

    private final List<String> customers;
    private final List<String> languages;
    private final UnaryOperator<String> messages;

    /**
     * @param realmDefault language tag, or null
     * @param messages gives the theme's text of a message key in the customer's language
     */
    Labels(Locale customer, String realmDefault, UnaryOperator<String> messages) {
        this.customers = LocalText.ofCustomer(customer);
        this.languages = LocalText.languages(customer, realmDefault);
        this.messages = messages;
    }

    /**
     * Returns the flow's label in the customer's language, else the attribute's own text in it, else the flow's label in
     * another. A consent is given to what the flow says alone, in whichever language that is.
     */
    String of(SignUpField field) {
        LocalText label = field.input().label();
        Optional<String> worded = field.input().consent() == null
                ? Optional.ofNullable(label)
                        .flatMap(said -> said.inOneOf(customers))
                        .or(() -> ownText(field))
                : Optional.empty();
        return worded.or(() -> of(label)).orElseGet(() -> displayName(field));
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

    /** Returns the operator's text of the attribute, else the theme's. */
    private Optional<String> ownText(SignUpField field) {
        return known(OVERRIDE + field.attribute().key())
                .or(() -> messageKey(field.attribute().displayName()).flatMap(this::known));
    }

    private static String displayName(SignUpField field) {
        String displayName = field.attribute().displayName();
        return messageKey(displayName).orElse(displayName);
    }

    private Optional<String> known(String key) {
        return Optional.of(messages.apply(key)).filter(text -> !text.equals(key));
    }

    private static Optional<String> messageKey(String displayName) {
        return displayName.startsWith("${") && displayName.endsWith("}")
                ? Optional.of(displayName.substring(2, displayName.length() - 1))
                : Optional.empty();
    }
}
