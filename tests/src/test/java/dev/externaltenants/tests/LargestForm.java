package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Tenant;

/** A user flow of twenty attributes by every control, as the largest form that anybody fills in. */
final class LargestForm {

    private static final List<Map<String, Object>> TOPICS = List.of(
            Map.of("text", Map.of("en", "Coffee", "de", "Kaffee"), "value", "coffee"),
            Map.of("text", Map.of("en", "Tea, see [our list](https://shop.example/tea)", "de", "Tee"), "value", "tea"));

    private LargestForm() {}

    static String flow(Tenant tenant) {
        Map.of(
                        "phoneNumber", "STRING",
                        "visits", "INT",
                        "birthday", "DATE",
                        "appointment", "DATE_TIME",
                        "interests", "STRING_COLLECTION",
                        "channels", "STRING",
                        "plan", "STRING",
                        "roast", "STRING",
                        "newsletter", "BOOLEAN",
                        "acceptedTerms", "BOOLEAN")
                .forEach(tenant::attribute);
        tenant.attribute("tier", "STRING");
        return tenant.userFlow(FlowSpec.named("largest")
                .asks("givenName", required(Map.of("placeholder", "Kim")))
                .asks("surname")
                .asks("displayName", Map.of("helpText", "What *other customers* see."))
                .asks("jobTitle", Map.of())
                .asks("streetAddress")
                .asks("postalCode", required(Map.of("pattern", "[0-9]{4}", "patternMessage", "Four digits, please.")))
                .asks("city")
                .asks("state", Map.of())
                .asks("country", "COUNTRY", true)
                .asks("phoneNumber", Map.of("helpText", Map.of("en", "With the country code.", "de", "Mit Vorwahl.")))
                .asks("visits", "NUMERIC", true)
                .asks("birthday", "DATE", true)
                .asks("appointment", "DATE_TIME", true)
                .asks(
                        "interests",
                        required(Map.of("inputType", "CHECKBOXES", "options", TOPICS, "helpText", "Any number.")))
                .asks("channels", Map.of("inputType", "CHECKBOXES", "options", TOPICS, "defaultValue", "tea"))
                .asks("plan", required(Map.of("inputType", "RADIO", "options", TOPICS)))
                .asks("roast", required(Map.of("inputType", "SELECT", "options", TOPICS)))
                .asks("tier", Map.of("editable", false, "defaultValue", "Basic"))
                .asks("newsletter", "CHECKBOX", false)
                .asks(
                        "acceptedTerms",
                        required(Map.of(
                                "inputType",
                                "CHECKBOX",
                                "label",
                                Map.of("en", "I accept the [terms](https://shop.example/terms)"),
                                "consent",
                                Map.of("document", "terms", "version", "1")))));
    }

    private static Map<String, Object> required(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("required", true);
        return all;
    }
}
