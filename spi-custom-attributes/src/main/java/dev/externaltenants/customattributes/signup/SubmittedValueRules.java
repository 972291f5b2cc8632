package dev.externaltenants.customattributes.signup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.signup.FieldError.Reason;
import dev.externaltenants.userflow.BoundedPattern;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.AttributeInputRules;
import dev.externaltenants.userflow.input.Characters;
import dev.externaltenants.userflow.input.Option;

/** The rules of a field's values, by its control. */
final class SubmittedValueRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final SignUpField field;
    private final AttributeInput input;
    private final int maxLength;

    SubmittedValueRules(SignUpField field) {
        this.field = field;
        this.input = field.input();
        this.maxLength = field.attribute().maxLength();
    }

    SubmittedValue judge(List<String> submitted) {
        String typed = submitted.isEmpty() ? "" : submitted.get(0);
        String value = typed.strip();
        return switch (input.inputType()) {
            case CHECKBOX -> checkbox(value);
            case CHECKBOXES -> checkboxes(submitted);
            case TEXT -> text(value);
            case NUMERIC -> number(value);
            // An option's value is the operator's, taken to the letter.
            case RADIO, SELECT -> choice(typed);
            case COUNTRY -> country(value);
            case DATE -> moment(value, IsoTime.date(value), Reason.NOT_A_DATE);
            case DATE_TIME -> moment(value, IsoTime.instant(value), Reason.NOT_A_DATE_TIME);
        };
    }

    /** No tick is an answer, too: false. Where it is required, as a consent is, only a tick will do. */
    private SubmittedValue checkbox(String value) {
        boolean ticked = value.equals("true") || value.equals("on");
        if (!ticked && !value.isEmpty() && !value.equals("false")) {
            return refused(Reason.INVALID);
        }
        return input.required() && !ticked ? refused(Reason.CONSENT_REQUIRED) : accepted(Boolean.toString(ticked));
    }

    /** In the order of the page, each once, whether they come one by one or in one text, as the contracts have it. */
    private SubmittedValue checkboxes(List<String> submitted) {
        Set<String> ticked = submitted.stream()
                .flatMap(value -> Arrays.stream(value.split(AttributeInputRules.SEPARATOR, -1)))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
        if (ticked.isEmpty()) {
            return input.required() ? refused(Reason.NONE_CHOSEN) : new SubmittedValue.Accepted(List.of());
        }
        List<String> chosen = input.options().stream()
                .map(Option::value)
                .filter(ticked::contains)
                .toList();
        if (chosen.size() < ticked.size()) {
            return refused(Reason.NOT_AN_OPTION);
        }
        return field.attribute().dataType() == DataType.STRING_COLLECTION
                ? new SubmittedValue.Accepted(chosen)
                : accepted(String.join(AttributeInputRules.SEPARATOR, chosen));
    }

    private SubmittedValue text(String value) {
        if (Characters.sayNothing(value)) {
            return empty();
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            return refused(Reason.TOO_LONG, maxLength);
        }
        return Characters.areForbidden(value) ? refused(Reason.INVALID) : matching(value);
    }

    private SubmittedValue number(String value) {
        if (value.isEmpty()) {
            return empty();
        }
        if (value.length() > maxLength) {
            return refused(Reason.NOT_A_NUMBER);
        }
        try {
            // Stored in one spelling, whatever digits, sign or leading zeros were typed.
            return matching(Long.toString(Long.parseLong(value)));
        } catch (NumberFormatException e) {
            return refused(Reason.NOT_A_NUMBER);
        }
    }

    private SubmittedValue choice(String value) {
        if (value.isEmpty()) {
            return empty();
        }
        return input.options().stream().anyMatch(option -> option.value().equals(value))
                ? accepted(value)
                : refused(Reason.NOT_AN_OPTION);
    }

    private SubmittedValue country(String value) {
        if (value.isEmpty()) {
            return empty();
        }
        return COUNTRIES.contains(value) ? accepted(value) : refused(Reason.NOT_AN_OPTION);
    }

    private SubmittedValue moment(String typed, Optional<String> iso, Reason otherwise) {
        if (typed.isEmpty()) {
            return empty();
        }
        return iso.map(this::accepted).orElseGet(() -> refused(otherwise));
    }

    private SubmittedValue matching(String value) {
        String pattern = input.pattern();
        return pattern == null || BoundedPattern.of(pattern).matches(value)
                ? accepted(value)
                : new SubmittedValue.Refused(FieldError.byPattern(field.name(), input.patternMessage()));
    }

    private SubmittedValue empty() {
        return input.required() ? refused(Reason.REQUIRED) : new SubmittedValue.Accepted(List.of());
    }

    private SubmittedValue accepted(String value) {
        return new SubmittedValue.Accepted(List.of(value));
    }

    private SubmittedValue refused(Reason reason, Object... params) {
        return new SubmittedValue.Refused(FieldError.of(field.name(), reason, params));
    }
}
