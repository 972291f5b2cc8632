package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.input.InputType;

/** An attribute that user flows can collect and tokens can carry: built in, or defined by the tenant. */
public sealed interface TenantAttribute permits BuiltInAttribute, CustomAttribute {

    /** Returns the name by which user flows, claims and REST know it. */
    String key();

    /** Returns the name of the user attribute in Keycloak that holds the value. */
    String userAttribute();

    /** Returns the name that people read; {@code ${key}} stands for a message of the theme. */
    String displayName();

    DataType dataType();

    /** Returns how many characters (code points) a value may have. */
    int maxLength();

    /** Returns the HTML autocomplete token of the value's meaning, or an empty text. */
    String autocomplete();

    /** Returns whether this control can ask for the attribute. */
    boolean suits(InputType control);
}
