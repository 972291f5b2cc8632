package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.UserFlow.InputType;

/** What a value of an attribute is: the type decides the controls that can ask for it and its JSON type in tokens. */
public enum DataType {
    STRING("String"),
    /** A whole number of 64 bits. */
    INT("long"),
    BOOLEAN("boolean");

    private final String jsonType;

    DataType(String jsonType) {
        this.jsonType = jsonType;
    }

    /** Returns the type as Keycloak's protocol mappers spell it. */
    public String jsonType() {
        return jsonType;
    }

    boolean suits(InputType control) {
        return switch (control) {
            case TEXT, RADIO, SELECT, COUNTRY -> this == STRING;
            case NUMERIC -> this == INT;
            case CHECKBOX -> this == BOOLEAN;
        };
    }
}
