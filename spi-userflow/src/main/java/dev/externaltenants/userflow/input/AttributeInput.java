package dev.externaltenants.userflow.input;

import java.util.List;

/**
 * How a user flow asks for one attribute.
 *
 * <p>Facts: Entra's {@code authenticationAttributeCollectionInputConfiguration}.
 *
 * @param name of a built-in or custom attribute of the tenant
 * @param label {@code [text](https://…)} becomes a link. The catalogue's name when absent
 * @param helpText shown below the label, or null
 * @param placeholder shown in the empty control, or null
 * @param inputType the control
 * @param required whether sign-up goes on without a value
 * @param editable false for a field that the customer may only read
 * @param hidden true for a field that the page does not have; it still takes the default value and mapped claims
 * @param defaultValue what the field has before anybody says anything, or null; several values joined by commas
 * @param pattern regular expression that the whole value must match, or null
 * @param patternMessage what a value is told that does not match, or null
 * @param options of RADIO, SELECT and CHECKBOXES
 * @param consent to what the customer consents by a tick, or null
 */
public record AttributeInput(
        String name,
        LocalText label,
        LocalText helpText,
        LocalText placeholder,
        InputType inputType,
        Boolean required,
        Boolean editable,
        Boolean hidden,
        String defaultValue,
        String pattern,
        LocalText patternMessage,
        List<Option> options,
        ConsentDocument consent) {

    public AttributeInput {
        label = label == null ? LocalText.NONE : label;
        inputType = inputType == null ? InputType.TEXT : inputType;
        required = required == null ? Boolean.FALSE : required;
        editable = editable == null ? Boolean.TRUE : editable;
        hidden = hidden == null ? Boolean.FALSE : hidden;
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** Returns whether the customer answers; all other fields get their values from somewhere else. */
    public boolean answeredByCustomer() {
        return editable && !hidden;
    }
}
