package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.input.InputType;

/** What a value of an attribute is: the type decides the controls that can ask for it and its JSON type in tokens. */
public enum DataType {
    STRING("String"),
    /** A whole number of 64 bits. */
    INT("long"),
    BOOLEAN("boolean"),
    /** A day of the calendar, as {@code YYYY-MM-DD}. */
    DATE("String"),
    /** A moment, as an ISO 8601 instant of UTC. */
    DATE_TIME("String"),
    /** Any number of texts, each a value of the user attribute. */
    STRING_COLLECTION("String");

    private final String jsonType;

    DataType(String jsonType) {
        this.jsonType = jsonType;
    }

    /** Returns the type as Keycloak's protocol mappers spell it. */
    public String jsonType() {
        return jsonType;
    }

    /** Returns whether values are texts, whose length an attribute may say. */
    boolean isText() {
        return this == STRING || this == STRING_COLLECTION;
    }

    boolean suits(InputType control) {
        return switch (control) {
            case TEXT, RADIO, SELECT, COUNTRY -> this == STRING;
            case CHECKBOXES -> this == STRING || this == STRING_COLLECTION;
            case NUMERIC -> this == INT;
            case CHECKBOX -> this == BOOLEAN;
            case DATE -> this == DATE;
            case DATE_TIME -> this == DATE_TIME;
        };
    }
}
