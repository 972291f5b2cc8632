package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.BuiltInAttribute;

/** What a field has before anybody says anything. */
public final class DefaultValue {

    private DefaultValue() {}

    /** Returns whether the field has no default value, or one that a customer could have given. */
    public static boolean isGood(SignUpField field) {
        // One name is one customer's alone.
        return field.input().defaultValue() == null
                || (field.attribute() != BuiltInAttribute.USERNAME && !of(field).isEmpty());
    }

    /** Returns the values to store; none where the field has no default value, or the attribute changed below it. */
    static List<String> of(SignUpField field) {
        String value = field.input().defaultValue();
        return value != null && SubmittedValue.of(field, List.of(value)) instanceof SubmittedValue.Accepted accepted
                ? accepted.stored()
                : List.of();
    }
}
