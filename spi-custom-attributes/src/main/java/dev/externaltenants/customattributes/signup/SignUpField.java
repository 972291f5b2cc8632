package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.input.AttributeInput;

/** A field of the sign-up page: how the user flow asks, and which attribute of the catalogue it asks for. */
public record SignUpField(AttributeInput input, TenantAttribute attribute) {

    public String name() {
        return input.name();
    }

    /** Returns what the field has before anybody says anything. */
    public List<String> defaultValues() {
        return DefaultValue.of(this);
    }

    /**
     * Returns whether hooks may give it a value: a field that is both hidden and not editable is the flow's alone, and a
     * consent the customer's.
     */
    boolean openToHooks() {
        return (input.editable() || !input.hidden()) && input.consent() == null;
    }
}
