package dev.externaltenants.userflow.input;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.externaltenants.userflow.PatternRules;
import dev.externaltenants.userflow.TenantException;

/** What must hold of a field by itself, whatever attribute it asks for. */
public final class AttributeInputRules {

    /** Values of several boxes are stored in one text with commas between them. */
    public static final String SEPARATOR = ",";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_LABEL = 1000;
    private static final int MAX_SHORT_TEXT = 250;
    private static final int MAX_DEFAULT = 2000;
    private static final int MAX_OPTIONS = 300;
    private static final int MAX_VALUE = 250;

    private AttributeInputRules() {}

    /** @throws TenantException naming the first field that breaks a rule, below {@code path} */
    public static void check(AttributeInput input, String path) {
        require(
                input.name() != null && NAME.matcher(input.name()).matches(),
                "xt_flow_attribute_name_invalid",
                path + ".name",
                "Name the attribute: 1 to 64 letters, digits, dots, underscores or hyphens.");
        Optional<String> wrong = TextRules.wrong(input.label(), MAX_LABEL, path + ".label");
        require(wrong.isEmpty(), "xt_flow_label_invalid", wrong.orElse(null), TextRules.RULE);
        checkText(input.helpText(), MAX_LABEL, path + ".helpText");
        checkPlaceholder(input, path + ".placeholder");
        checkPattern(input, path);
        checkOptions(input, path + ".options");
        checkDefault(input, path + ".defaultValue");
        checkConsent(input, path + ".consent");
    }

    private static void checkText(LocalText text, int max, String field) {
        Optional<String> wrong = TextRules.wrong(text, max, field);
        require(wrong.isEmpty(), "xt_flow_text_invalid", wrong.orElse(null), TextRules.RULE);
    }

    private static void checkPlaceholder(AttributeInput input, String field) {
        require(
                input.placeholder() == null || input.inputType().isTyped(),
                "xt_flow_text_invalid",
                field,
                "Only TEXT and NUMERIC show a placeholder.");
        checkText(input.placeholder(), MAX_SHORT_TEXT, field);
    }

    private static void checkPattern(AttributeInput input, String path) {
        if (input.pattern() != null) {
            require(
                    input.inputType().isTyped(),
                    "xt_flow_pattern_invalid",
                    path + ".pattern",
                    "Only TEXT and NUMERIC are held to a pattern.");
            PatternRules.refusal(input.pattern()).ifPresent(refusal -> {
                throw TenantException.invalid("xt_flow_pattern_invalid", path + ".pattern", refusal);
            });
        }
        require(
                input.patternMessage() == null || input.pattern() != null,
                "xt_flow_text_invalid",
                path + ".patternMessage",
                "A message about the pattern needs a pattern.");
        checkText(input.patternMessage(), MAX_SHORT_TEXT, path + ".patternMessage");
    }

    private static void checkOptions(AttributeInput input, String field) {
        List<Option> options = input.options();
        require(
                input.inputType().hasOptions() != options.isEmpty(),
                "xt_flow_options_invalid",
                field,
                "RADIO, SELECT and CHECKBOXES need options; other input types have none.");
        require(
                options.size() <= MAX_OPTIONS
                        && options.stream().allMatch(option -> TextRules.withinLength(option.value(), MAX_VALUE)),
                "xt_flow_options_invalid",
                field,
                "At most " + MAX_OPTIONS + " options, each with a value of 1 to " + MAX_VALUE + " characters.");
        for (int i = 0; i < options.size(); i++) {
            LocalText text = options.get(i).text();
            require(!text.equals(LocalText.NONE), "xt_flow_options_invalid", field, "Each option has a text.");
            Optional<String> wrong = TextRules.wrong(text, MAX_LABEL, field + "[" + i + "].text");
            require(wrong.isEmpty(), "xt_flow_options_invalid", wrong.orElse(null), TextRules.RULE);
        }
        require(
                distinct(options.stream().map(Option::value).toList()),
                "xt_flow_options_invalid",
                field,
                "Two options have the same value.");
        require(
                input.inputType() != InputType.CHECKBOXES
                        || options.stream().noneMatch(option -> option.value().contains(SEPARATOR)),
                "xt_flow_options_invalid",
                field,
                "Values of CHECKBOXES have no comma, which stands between several of them.");
    }

    private static void checkDefault(AttributeInput input, String field) {
        require(
                input.defaultValue() == null || TextRules.withinLength(input.defaultValue(), MAX_DEFAULT),
                "xt_flow_default_value_invalid",
                field,
                "A default value has 1 to " + MAX_DEFAULT + " characters.");
        require(
                !input.required() || input.answeredByCustomer() || input.defaultValue() != null,
                "xt_flow_default_value_missing",
                field,
                "A required field that the customer cannot answer needs a default value.");
    }

    private static void checkConsent(AttributeInput input, String field) {
        ConsentDocument consent = input.consent();
        if (consent == null) {
            return;
        }
        require(
                input.inputType() == InputType.CHECKBOX && input.answeredByCustomer() && input.defaultValue() == null,
                "xt_flow_consent_invalid",
                field,
                "A consent is a CHECKBOX that the customer sees, may tick, and finds unticked.");
        require(
                !input.label().equals(LocalText.NONE),
                "xt_flow_consent_invalid",
                field,
                "A consent needs a label, which is what the customer agrees to.");
        require(
                consent.namesDocument(),
                "xt_flow_consent_invalid",
                field + ".document",
                "Name the document: 1 to " + ConsentDocument.MAX_DOCUMENT
                        + " characters on one line, with no space around them.");
        require(
                consent.namesVersion(),
                "xt_flow_consent_invalid",
                field + ".version",
                "Name the document's version: 1 to " + ConsentDocument.MAX_VERSION
                        + " letters, digits, dots, colons, plus signs, underscores or hyphens; a letter or digit at both ends.");
    }

    private static boolean distinct(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
