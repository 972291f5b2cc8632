package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.UserFlow.InputType;

/**
 * An attribute that the tenant defined.
 *
 * @param name unique in the tenant and immutable, also the name of the user attribute
 * @param displayName the name that people read; the name when absent
 * @param description free text for administrators, or null
 * @param dataType immutable, because values of the old type may be stored
 */
public record CustomAttribute(String name, String displayName, String description, DataType dataType)
        implements TenantAttribute {

    /** At most this many in a tenant. Source: Entra service limits, custom attributes per user. */
    public static final int LIMIT = 100;

    /** Values have at most this many characters. Source: Entra service limits, string length per attribute. */
    public static final int MAX_LENGTH = 250;

    /** The longest 64-bit integer, with its sign. */
    private static final int MAX_DIGITS = 20;

    public CustomAttribute {
        displayName = displayName == null || displayName.isBlank() ? name : displayName.strip();
        description = description == null || description.isBlank() ? null : description.strip();
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public String userAttribute() {
        return name;
    }

    @Override
    public int maxLength() {
        return dataType == DataType.INT ? MAX_DIGITS : MAX_LENGTH;
    }

    @Override
    public String autocomplete() {
        return "";
    }

    @Override
    public boolean suits(InputType control) {
        return dataType.suits(control);
    }
}
