package dev.externaltenants.customattributes;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.externaltenants.userflow.input.InputType;

/**
 * An attribute that the tenant defined.
 *
 * @param name unique in the tenant and immutable, also the name of the user attribute
 * @param displayName the name that people read; the name when absent
 * @param description free text for administrators, or null
 * @param dataType immutable, because values of the old type may be stored
 * @param length how many characters a text may have, or null where the data type says it
 */
public record CustomAttribute(
        String name,
        String displayName,
        String description,
        DataType dataType,
        @JsonProperty("maxLength") Integer length)
        implements TenantAttribute {

    /** At most this many in a tenant. Source: Entra service limits, custom attributes per user. */
    public static final int LIMIT = 100;

    /** Texts have at most this many characters, if not said otherwise. Source: Entra service limits, string length per attribute. */
    static final int USUAL_LENGTH = 250;

    /** More than this is no attribute of a customer, and tokens with it fit into no header. */
    static final int MAX_LENGTH = 2048;

    /** The longest 64-bit integer, with its sign. */
    private static final int MAX_DIGITS = 20;

    private static final int DATE_LENGTH = "2026-12-31".length();
    private static final int DATE_TIME_LENGTH = "2026-12-31T23:59:59.123456789Z".length();

    public CustomAttribute {
        displayName = displayName == null || displayName.isBlank() ? name : displayName.strip();
        description = description == null || description.isBlank() ? null : description.strip();
        length = length != null && dataType != null && length == usualLength(dataType) ? null : length;
    }

    public CustomAttribute(String name, String displayName, String description, DataType dataType) {
        this(name, displayName, description, dataType, null);
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
        return length == null ? usualLength(dataType) : length;
    }

    private static int usualLength(DataType dataType) {
        return switch (dataType) {
            case INT -> MAX_DIGITS;
            case DATE -> DATE_LENGTH;
            case DATE_TIME -> DATE_TIME_LENGTH;
            case STRING, BOOLEAN, STRING_COLLECTION -> USUAL_LENGTH;
        };
    }

    @Override
    public String autocomplete() {
        // Entra's name of the one attribute that it maps and has not built in.
        return name.equals("phoneNumber") ? "tel" : "";
    }

    @Override
    public boolean suits(InputType control) {
        return dataType.suits(control);
    }
}
