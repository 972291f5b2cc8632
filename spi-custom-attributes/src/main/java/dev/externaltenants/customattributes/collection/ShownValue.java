package dev.externaltenants.customattributes.collection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.AttributeInputRules;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;

/** A field's value as its control takes it, or in words where the customer may only read it. */
final class ShownValue {

    private static final String TICKED = "true";

    private final InputType type;
    private final List<Option> options;
    private final Labels labels;
    private final Locale language;

    ShownValue(SignUpField field, List<Option> options, Labels labels, Locale language) {
        this.type = field.input().inputType();
        this.options = options;
        this.labels = labels;
        this.language = language;
    }

    /** Returns the values of the options that are chosen; several boxes may come one by one or in one text. */
    Set<String> chosen(List<String> values) {
        return type == InputType.CHECKBOXES
                ? values.stream()
                        .flatMap(value -> Arrays.stream(value.split(AttributeInputRules.SEPARATOR, -1)))
                        .collect(Collectors.toSet())
                : values.stream().limit(1).collect(Collectors.toSet());
    }

    /** Returns what was typed, also where it is wrong. */
    String inControl(List<String> values) {
        String first = values.isEmpty() ? "" : values.get(0);
        return switch (type) {
            case CHECKBOX -> first.equals(TICKED) || first.equals("on") ? TICKED : "";
            case DATE_TIME -> withoutOffset(first);
            default -> first;
        };
    }

    String inWords(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        String first = values.get(0);
        return switch (type) {
            case TEXT, NUMERIC -> first;
            case CHECKBOX -> labels.message(first.equals(TICKED) ? "xtYes" : "xtNo");
            case RADIO, SELECT, COUNTRY, CHECKBOXES -> {
                Set<String> chosen = chosen(values);
                yield options.stream()
                        .filter(option -> chosen.contains(option.value()))
                        .map(option -> LabelHtml.withoutMarks(labels.of(option)))
                        .collect(Collectors.joining(", "));
            }
            case DATE -> formatted(first);
            case DATE_TIME -> formattedMoment(first);
        };
    }

    /** The browser's control knows no offsets; the page says that its time is UTC. */
    private static String withoutOffset(String typed) {
        try {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                    OffsetDateTime.parse(typed).withOffsetSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return typed;
        }
    }

    private String formatted(String date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(LocalDate.parse(date));
    }

    private String formattedMoment(String instant) {
        LocalDateTime moment = LocalDateTime.parse(withoutOffset(instant));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(moment)
                + " UTC";
    }
}
