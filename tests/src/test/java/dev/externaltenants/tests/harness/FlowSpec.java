package dev.externaltenants.tests.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user flow as a test writes it down; it becomes the JSON of our REST. */
public record FlowSpec(String name, List<Map<String, Object>> attributes, Map<String, Object> rest) {

    public static FlowSpec named(String name) {
        return new FlowSpec(name, List.of(), Map.of());
    }

    public FlowSpec asks(String attribute) {
        return asks(attribute, "TEXT", true);
    }

    public FlowSpec asksOptionally(String attribute, String inputType) {
        return asks(attribute, inputType, false);
    }

    public FlowSpec asks(String attribute, String inputType, boolean required) {
        return with(Map.of("name", attribute, "inputType", inputType, "required", required));
    }

    public FlowSpec asksMatching(String attribute, String pattern) {
        return with(Map.of("name", attribute, "inputType", "TEXT", "required", true, "pattern", pattern));
    }

    public FlowSpec asksConsent(String attribute, String label) {
        return with(Map.of("name", attribute, "inputType", "CHECKBOX", "required", true, "label", Map.of("en", label)));
    }

    /** Asks for a consent to a version of the document that has the attribute's name. */
    public FlowSpec asksConsent(String attribute, String version, boolean required) {
        return with(Map.of(
                "name",
                attribute,
                "inputType",
                "CHECKBOX",
                "required",
                required,
                "label",
                Map.of("en", "I agree to [" + attribute + "](https://shop.example/" + attribute + ") " + version),
                "consent",
                Map.of("document", attribute, "version", version)));
    }

    public FlowSpec asksOneOf(String attribute, String inputType, String... values) {
        List<Map<String, String>> options = new ArrayList<>();
        for (String value : values) {
            options.add(Map.of("text", value, "value", value));
        }
        return with(Map.of("name", attribute, "inputType", inputType, "required", true, "options", options));
    }

    /** Asks with any of the settings that a field has. */
    public FlowSpec asks(String attribute, Map<String, Object> settings) {
        Map<String, Object> field = new HashMap<>(settings);
        field.put("name", attribute);
        return with(field);
    }

    public FlowSpec described(String description) {
        return rest("description", description);
    }

    public FlowSpec requiresMfa() {
        return rest("mfa", "REQUIRED");
    }

    public FlowSpec byCode() {
        return rest("signUp", Map.of("methods", List.of("EMAIL_OTP")));
    }

    /** Lets devices stand in for the second factor, which the flow requires by that. */
    public FlowSpec trustsDevices(int days) {
        return requiresMfa().rest("trustedDevices", Map.of("days", days));
    }

    public FlowSpec withoutSignUp() {
        return rest("signUp", Map.of("allowed", false));
    }

    /** Lists identity providers by alias. */
    public FlowSpec lists(String... aliases) {
        return rest("identityProviders", List.of(aliases));
    }

    public FlowSpec withoutPasswordReset() {
        return rest("passwordReset", Map.of("allowed", false));
    }

    public FlowSpec disabled() {
        return rest("enabled", false);
    }

    public FlowSpec claimsFrom(String extensionId) {
        return asking("onTokenIssuanceStart", extensionId);
    }

    /** Has an extension asked at an event, such as {@code onOtpSend}. */
    public FlowSpec asking(String event, String extensionId) {
        Map<String, Object> extensions = new HashMap<>();
        if (rest.get("extensions") instanceof Map<?, ?> others) {
            others.forEach((name, id) -> extensions.put((String) name, id));
        }
        extensions.put(event, extensionId);
        return rest("extensions", extensions);
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new HashMap<>(rest);
        json.put("name", name);
        json.put("attributes", attributes);
        return json;
    }

    private FlowSpec with(Map<String, Object> attribute) {
        List<Map<String, Object>> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new FlowSpec(name, more, rest);
    }

    private FlowSpec rest(String key, Object value) {
        Map<String, Object> more = new HashMap<>(rest);
        more.put(key, value);
        return new FlowSpec(name, attributes, more);
    }
}
