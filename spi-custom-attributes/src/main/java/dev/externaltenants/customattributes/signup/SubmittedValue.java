package dev.externaltenants.customattributes.signup;

import java.util.Locale;
import java.util.Set;

import dev.externaltenants.customattributes.signup.FieldError.Reason;
import dev.externaltenants.userflow.BoundedPattern;
import dev.externaltenants.userflow.UserFlow.AttributeInput;

/** What a submitted value turns out to be. */
sealed interface SubmittedValue {

    /** @param stored the text to store, or null when the customer left the field empty */
    record Accepted(String stored) implements SubmittedValue {}

    record Refused(FieldError error) implements SubmittedValue {}

    static SubmittedValue of(SignUpField field, String submitted) {
        String value = submitted == null ? "" : submitted.strip();
        return switch (field.input().inputType()) {
            case CHECKBOX -> Parser.checkbox(field, value);
            case TEXT -> Parser.text(field, value);
            case NUMERIC -> Parser.number(field, value);
            // An option's value is the operator's, taken to the letter.
            case RADIO, SELECT -> Parser.choice(field, submitted == null ? "" : submitted);
            case COUNTRY -> Parser.country(field, value);
        };
    }

    /** The rules, by control. */
    final class Parser {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        private Parser() {}

        /** No tick is an answer, too: false. Where it is required, as a consent is, only a tick will do. */
        private static SubmittedValue checkbox(SignUpField field, String value) {
            boolean ticked = value.equals("true") || value.equals("on");
            if (!ticked && !value.isEmpty() && !value.equals("false")) {
                return refused(field, Reason.INVALID);
            }
            return field.input().required() && !ticked
                    ? refused(field, Reason.CONSENT_REQUIRED)
                    : new Accepted(Boolean.toString(ticked));
        }

        private static SubmittedValue text(SignUpField field, String value) {
            if (value.codePoints().allMatch(Parser::isInvisible)) {
                return empty(field);
            }
            int maxLength = field.attribute().maxLength();
            if (value.codePointCount(0, value.length()) > maxLength) {
                return refused(field, Reason.TOO_LONG, maxLength);
            }
            if (value.codePoints().anyMatch(Parser::isForbidden)) {
                return refused(field, Reason.INVALID);
            }
            return matching(field, value);
        }

        /** No-break and zero-width spaces are no answer to a required question. */
        private static boolean isInvisible(int character) {
            return Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT;
        }

        private static SubmittedValue number(SignUpField field, String value) {
            if (value.isEmpty()) {
                return empty(field);
            }
            if (value.length() > field.attribute().maxLength()) {
                return refused(field, Reason.NOT_A_NUMBER);
            }
            try {
                // Stored in one spelling, whatever digits, sign or leading zeros were typed.
                return matching(field, Long.toString(Long.parseLong(value)));
            } catch (NumberFormatException e) {
                return refused(field, Reason.NOT_A_NUMBER);
            }
        }

        private static SubmittedValue choice(SignUpField field, String value) {
            if (value.isEmpty()) {
                return empty(field);
            }
            AttributeInput input = field.input();
            return input.options().stream().anyMatch(option -> option.value().equals(value))
                    ? new Accepted(value)
                    : refused(field, Reason.NOT_AN_OPTION);
        }

        private static SubmittedValue country(SignUpField field, String value) {
            if (value.isEmpty()) {
                return empty(field);
            }
            return COUNTRIES.contains(value) ? new Accepted(value) : refused(field, Reason.NOT_AN_OPTION);
        }

        private static SubmittedValue matching(SignUpField field, String value) {
            String pattern = field.input().pattern();
            return pattern == null || BoundedPattern.of(pattern).matches(value)
                    ? new Accepted(value)
                    : refused(field, Reason.INVALID);
        }

        private static SubmittedValue empty(SignUpField field) {
            return field.input().required() ? refused(field, Reason.REQUIRED) : new Accepted(null);
        }

        /** Controls, broken surrogates and overrides of the writing direction: none is part of an honest answer. */
        private static boolean isForbidden(int character) {
            int type = Character.getType(character);
            return type == Character.CONTROL
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || (character >= 0x202A && character <= 0x202E)
                    || (character >= 0x2066 && character <= 0x2069);
        }

        private static SubmittedValue refused(SignUpField field, Reason reason, Object... params) {
            return new Refused(FieldError.of(field.name(), reason, params));
        }
    }
}
