package dev.externaltenants.customattributes.claims;

import dev.externaltenants.customattributes.DataType;

/** The form of a claim that may have several values. */
public enum ClaimValues {
    /** A JSON array: of a text, its parts between commas, as Entra joins several boxes. */
    LIST;

    /** Returns whether an attribute of the type can have this form. */
    boolean suit(DataType type) {
        return type == DataType.STRING;
    }
}
