package dev.externaltenants.userflow.input;

/** A choice: the customer sees {@code text}, which may hold links as labels do; {@code value} is stored. */
public record Option(LocalText text, String value) {

    public Option {
        text = text == null ? LocalText.NONE : text;
    }
}
