package dev.externaltenants.customattributes.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;

/** The model of {@code xt-attributes.ftl}, made of maps because FreeMarker 2.3.32 does not read records. */
final class AttributesPage {

    private static final String INPUT_PREFIX = "attr.";
    private static final String TICKED = "true";

    private final Labels labels;
    private final Locale language;

    AttributesPage(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    /** Returns the name of the form field that carries the attribute. */
    static String input(String attribute) {
        return INPUT_PREFIX + attribute;
    }

    /** @param typed what the customer typed before, by attribute name */
    Map<String, Object> model(
            String email, int minPasswordLength, List<SignUpField> fields, Map<String, List<String>> typed) {
        return Map.of(
                "email",
                email,
                "minPasswordLength",
                minPasswordLength,
                "fields",
                fields.stream()
                        .map(field -> field(field, typed.getOrDefault(field.name(), List.of())))
                        .toList());
    }

    private Map<String, Object> field(SignUpField field, List<String> typed) {
        InputType type = field.input().inputType();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", field.name());
        model.put("input", input(field.name()));
        model.put("labelHtml", LabelHtml.render(labels.of(field)));
        model.put("required", field.input().required());
        model.put("type", type.name());
        String first = typed.isEmpty() ? "" : typed.get(0);
        model.put("value", type == InputType.CHECKBOX && !first.isEmpty() ? TICKED : first);
        model.put("options", options(field).stream().map(this::option).toList());
        model.put("autocomplete", field.attribute().autocomplete());
        model.put("inputMode", type == InputType.NUMERIC ? "numeric" : "");
        model.put("maxLength", field.attribute().maxLength());
        return model;
    }

    private List<Option> options(SignUpField field) {
        return field.input().inputType() == InputType.COUNTRY
                ? CountryOptions.in(language)
                : field.input().options();
    }

    private Map<String, Object> option(Option option) {
        return Map.of("text", labels.of(option), "value", option.value());
    }
}
