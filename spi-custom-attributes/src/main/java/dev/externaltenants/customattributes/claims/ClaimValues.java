package dev.externaltenants.customattributes.claims;

import dev.externaltenants.customattributes.DataType;

/** The form of a claim that may have several values. */
public enum ClaimValues {
    /** A JSON array; the usual form of a collection. Of a text, its parts between commas. */
    LIST,
    /** One text with commas between, as Entra has it of several boxes. */
    COMMA_JOINED;

    /** Returns whether an attribute of the type can have this form. */
    boolean suit(DataType type) {
        return type == DataType.STRING_COLLECTION || (this == LIST && type == DataType.STRING);
    }

    /** Returns whether this is what an attribute of the type has anyway. */
    boolean areUsualOf(DataType type) {
        return this == LIST && type == DataType.STRING_COLLECTION;
    }
}
