package dev.externaltenants.themes.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the pages of sign-up and of the account ask for, as the steps describe it to them. */
public final class SampleFields {

    static final String TERMS = "<a href=\"#\">${acceptTerms}</a>";
    static final String PRIVACY = "${xtFooterPrivacy}";
    private static final String LANGUAGE = "${xtAccountLanguage}";

    private SampleFields() {}

    public static List<Map<String, Object>> fields() {
        return List.of(
                field("givenName", "${firstName}", "TEXT", Map.of("autocomplete", "given-name")),
                field("surname", "${lastName}", "TEXT", Map.of("autocomplete", "family-name", "value", "Rivera")),
                field("country", "${country}", "COUNTRY", Map.of("autocomplete", "country", "options", countries())),
                field("language", LANGUAGE, "RADIO", Map.of("options", languages())),
                field("postcode", "${postal_code}", "NUMERIC", Map.of("required", false, "maxLength", 12)),
                field("terms", TERMS, "CHECKBOX", Map.of()));
    }

    public static Map<String, Object> field(String name, String labelHtml, String type, Map<String, Object> changes) {
        Map<String, Object> field = new HashMap<>(Map.of(
                "name",
                name,
                "input",
                "attr." + name,
                "labelHtml",
                labelHtml,
                "required",
                true,
                "type",
                type,
                "value",
                "",
                "options",
                List.of(),
                "autocomplete",
                "",
                "inputMode",
                "",
                "maxLength",
                0));
        field.putAll(Map.of("helpHtml", "", "placeholder", "", "readOnly", false));
        field.putAll(changes);
        return field;
    }

    private static List<Map<String, Object>> countries() {
        return List.of(option("Deutschland", "DE"), option("Norge", "NO"), option("United Kingdom", "GB"));
    }

    static List<Map<String, Object>> everyControl() {
        return List.of(
                field("nick", "${xtAttribute.displayName}", "TEXT", Map.of("placeholder", "Kim Rivera")),
                field("language", LANGUAGE, "SELECT", Map.of("options", languages())),
                field("languages", LANGUAGE, "CHECKBOXES", Map.of("options", languages(), "required", false)),
                field(
                        "birthday",
                        "${birthday}",
                        "DATE",
                        Map.of("autocomplete", "bday", "helpHtml", "${xtAttributeNotADate}")),
                field("born", "${birthday}", "DATE_TIME", Map.of("required", false)),
                field("customerName", "${username}", "TEXT", Map.of("value", "jamie", "readOnly", true)));
    }

    /** Each is called in itself on every page. */
    private static List<Map<String, Object>> languages() {
        return List.of(option("English", "en"), option("日本語", "ja"));
    }

    private static Map<String, Object> option(String text, String value) {
        return option(text, value, false);
    }

    public static Map<String, Object> option(String text, String value, boolean chosen) {
        return Map.of("text", text, "html", text, "value", value, "chosen", chosen);
    }
}
