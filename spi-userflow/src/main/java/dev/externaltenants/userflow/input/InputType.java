package dev.externaltenants.userflow.input;

/** The controls of the sign-up page. */
public enum InputType {
    TEXT,
    NUMERIC,
    /** One box; the value is true or false. Required means it must be ticked, as consent is. */
    CHECKBOX,
    /** Several boxes of which any may be ticked. Required means at least one. */
    CHECKBOXES,
    RADIO,
    SELECT,
    /** Drop-down of ISO 3166 countries in the customer's language; the value is the two-letter code. */
    COUNTRY,
    DATE,
    /** A day and a time of it; without an offset the time is UTC, since a page without a script knows no other. */
    DATE_TIME;

    /** Returns whether the flow lists what can be chosen. */
    public boolean hasOptions() {
        return this == RADIO || this == SELECT || this == CHECKBOXES;
    }

    /** Returns whether the customer types a text that has no form of its own. */
    public boolean isTyped() {
        return this == TEXT || this == NUMERIC;
    }
}
