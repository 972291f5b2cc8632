package dev.externaltenants.customattributes;

import java.util.List;

import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.ConsentDocument;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.input.Option;

/** A field as a test describes it: only what matters there. */
public final class Field {

    private final String name;
    private LocalText label;
    private LocalText helpText;
    private LocalText placeholder;
    private InputType inputType;
    private boolean required;
    private boolean editable = true;
    private boolean hidden;
    private String defaultValue;
    private String pattern;
    private LocalText patternMessage;
    private List<Option> options = List.of();
    private ConsentDocument consent;

    private Field(String name) {
        this.name = name;
    }

    public static Field named(String name) {
        return new Field(name);
    }

    public Field label(LocalText text) {
        label = text;
        return this;
    }

    public Field helpText(String text) {
        helpText = LocalText.of(text);
        return this;
    }

    public Field placeholder(String text) {
        placeholder = LocalText.of(text);
        return this;
    }

    public Field by(InputType control) {
        inputType = control;
        return this;
    }

    public Field required() {
        required = true;
        return this;
    }

    public Field readOnly() {
        editable = false;
        return this;
    }

    public Field hidden() {
        hidden = true;
        return this;
    }

    public Field defaultValue(String value) {
        defaultValue = value;
        return this;
    }

    public Field matching(String regex) {
        pattern = regex;
        return this;
    }

    public Field orElse(String message) {
        patternMessage = LocalText.of(message);
        return this;
    }

    public Field offering(Option... choices) {
        options = List.of(choices);
        return this;
    }

    public Field consentTo(String document, String version) {
        consent = new ConsentDocument(document, version);
        return this;
    }

    public AttributeInput input() {
        return new AttributeInput(
                name,
                label,
                helpText,
                placeholder,
                inputType,
                required,
                editable,
                hidden,
                defaultValue,
                pattern,
                patternMessage,
                options,
                consent);
    }
}
