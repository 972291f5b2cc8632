package dev.externaltenants.customattributes.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;

/** The model of {@code xt-attributes.ftl}, made of maps because FreeMarker 2.3.32 does not read records. */
final class AttributesPage {

    private static final String INPUT_PREFIX = "attr.";

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

    static boolean isInput(String parameter) {
        return parameter.startsWith(INPUT_PREFIX);
    }

    /** @param values what the customer typed before, or what the fields have already, by attribute name */
    Map<String, Object> model(
            String email, int minPasswordLength, List<SignUpField> fields, Map<String, List<String>> values) {
        return Map.of(
                "email",
                email,
                "minPasswordLength",
                minPasswordLength,
                "fields",
                fields.stream()
                        .filter(field -> !field.input().hidden())
                        .map(field -> field(field, values.getOrDefault(field.name(), List.of())))
                        .filter(this::saysSomething)
                        .toList());
    }

    private Map<String, Object> field(SignUpField field, List<String> values) {
        InputType type = field.input().inputType();
        List<Option> options = type == InputType.COUNTRY
                ? CountryOptions.in(language)
                : field.input().options();
        ShownValue shown = new ShownValue(field, options, labels, language);
        Set<String> chosen = shown.chosen(values);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", field.name());
        model.put("input", input(field.name()));
        model.put("labelHtml", LabelHtml.render(labels.of(field)));
        model.put(
                "helpHtml",
                labels.of(field.input().helpText()).map(LabelHtml::render).orElse(""));
        model.put("placeholder", labels.of(field.input().placeholder()).orElse(""));
        model.put("required", field.input().required());
        model.put("readOnly", !field.input().editable());
        model.put("type", type.name());
        model.put("value", field.input().editable() ? shown.inControl(values) : shown.inWords(values));
        model.put(
                "options",
                options.stream().map(option -> option(option, chosen)).toList());
        model.put("autocomplete", autocomplete(field));
        model.put("inputMode", inputMode(field));
        model.put("maxLength", field.attribute().maxLength());
        return model;
    }

    /** A field that nobody can fill in is worth a place only with a value. */
    private boolean saysSomething(Map<String, Object> model) {
        return !Boolean.TRUE.equals(model.get("readOnly")) || !"".equals(model.get("value"));
    }

    private Map<String, Object> option(Option option, Set<String> chosen) {
        String text = labels.of(option);
        return Map.of(
                "html", LabelHtml.render(text),
                "text", LabelHtml.withoutMarks(text),
                "value", option.value(),
                "chosen", chosen.contains(option.value()));
    }

    private static String autocomplete(SignUpField field) {
        String token = field.attribute().autocomplete();
        return switch (field.input().inputType()) {
            // Browsers fill in a name where one is typed, and a code where one is chosen.
            case TEXT -> token.equals("country") ? "country-name" : token;
            case SELECT, COUNTRY -> token;
            default -> "";
        };
    }

    private static String inputMode(SignUpField field) {
        if (field.input().inputType() == InputType.NUMERIC) {
            return "numeric";
        }
        return field.attribute().autocomplete().equals("tel") ? "tel" : "";
    }
}
