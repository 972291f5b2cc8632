package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.userflow.input.AttributeInputRules;
import dev.externaltenants.userflow.input.Option;

/**
 * What becomes of a stored value when its field is submitted. A control that cannot show a value, as one of options that
 * were taken away since, must not lose it.
 */
final class ChangedValue {

    private static final String UNTICKED = "false";

    private final SignUpField field;
    private final List<String> present;

    ChangedValue(SignUpField field, List<String> present) {
        this.field = field;
        this.present = present;
    }

    /** @param accepted what the customer answers */
    List<String> by(List<String> accepted) {
        return switch (field.input().inputType()) {
            // Who never answered says nothing by leaving the box as it is.
            case CHECKBOX -> present.isEmpty() && accepted.equals(List.of(UNTICKED)) ? present : accepted;
            case CHECKBOXES -> withUnshown(accepted);
            case RADIO, SELECT -> accepted.isEmpty() && !options().containsAll(present) ? present : accepted;
            case COUNTRY -> accepted.isEmpty() && isNoCountry() ? present : accepted;
            case TEXT, NUMERIC, DATE, DATE_TIME -> accepted;
        };
    }

    private List<String> withUnshown(List<String> accepted) {
        boolean collection = field.attribute().dataType() == DataType.STRING_COLLECTION;
        Set<String> options = options();
        List<String> values = new ArrayList<>(collection ? accepted : parts(accepted));
        (collection ? present : parts(present))
                .stream().filter(value -> !options.contains(value)).forEach(values::add);
        return collection || values.isEmpty() ? values : List.of(String.join(AttributeInputRules.SEPARATOR, values));
    }

    private static List<String> parts(List<String> joined) {
        return joined.stream()
                .flatMap(value -> Arrays.stream(value.split(AttributeInputRules.SEPARATOR, -1)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private boolean isNoCountry() {
        return present.stream()
                .anyMatch(value -> !(SubmittedValue.of(field, List.of(value)) instanceof SubmittedValue.Accepted));
    }

    private Set<String> options() {
        return field.input().options().stream().map(Option::value).collect(Collectors.toSet());
    }
}
