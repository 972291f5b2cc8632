package dev.externaltenants.customattributes.signup;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.input.AttributeInput;

/** A field of the sign-up page: how the user flow asks, and which attribute of the catalogue it asks for. */
public record SignUpField(AttributeInput input, TenantAttribute attribute) {

    public String name() {
        return input.name();
    }
}
