package dev.externaltenants.customattributes.signup;

import java.util.List;

/** What a submitted value turns out to be. */
sealed interface SubmittedValue {

    /** @param stored the values to store; empty when the customer left the field empty */
    record Accepted(List<String> stored) implements SubmittedValue {}

    record Refused(FieldError error) implements SubmittedValue {}

    /** @param submitted what came under the field's name, or null; only several boxes have more than one value */
    static SubmittedValue of(SignUpField field, List<String> submitted) {
        return new SubmittedValueRules(field).judge(submitted == null ? List.of() : submitted);
    }
}
