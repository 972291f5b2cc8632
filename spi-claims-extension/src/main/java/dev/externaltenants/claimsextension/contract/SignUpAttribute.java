package dev.externaltenants.claimsextension.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.userflow.input.AttributeInputRules;

/**
 * An attribute that a sign-up collects.
 *
 * @param name in the tenant's catalogue
 * @param wireName by which the API knows it
 * @param builtIn whether Entra has it, too
 * @param values that it has now; none where there is none
 */
public record SignUpAttribute(String name, String wireName, boolean builtIn, ValueType type, List<String> values) {

    /** The JSON types of values; an answer has to keep to the one of the request. */
    public enum ValueType {
        /** Also dates, and several texts, which are one with commas between. */
        STRING("string"),
        INT64("int64"),
        BOOLEAN("boolean");

        private final String wireName;

        ValueType(String wireName) {
            this.wireName = wireName;
        }
    }

    public SignUpAttribute {
        values = List.copyOf(values);
    }

    boolean isCalled(String answered) {
        return answered.equals(wireName) || answered.equals(name);
    }

    Map<String, Object> member() {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("@odata.type", "microsoft.graph." + type.wireName + "DirectoryAttributeValue");
        if (type != ValueType.INT64 || !values.isEmpty()) {
            member.put("value", value());
        }
        member.put("attributeType", builtIn ? "builtIn" : "directorySchemaExtension");
        return member;
    }

    /** Without a value, a text is empty and a box not ticked; for a number nothing stands. */
    private Object value() {
        return switch (type) {
            case STRING -> String.join(AttributeInputRules.SEPARATOR, values);
            case INT64 -> Long.valueOf(values.get(0));
            case BOOLEAN -> !values.isEmpty() && Boolean.parseBoolean(values.get(0));
        };
    }

    /**
     * Returns what an answer says in place of the values; null there is no value.
     *
     * @param at where it stands in the answer
     */
    List<String> read(JsonNode value, String at) throws CalloutException {
        if (value.isNull()) {
            return List.of();
        }
        boolean fits =
                switch (type) {
                    case STRING -> value.isTextual();
                    case INT64 -> value.isIntegralNumber() && value.canConvertToLong();
                    case BOOLEAN -> value.isBoolean();
                };
        if (!fits) {
            throw CalloutException.invalidBody(at);
        }
        return List.of(value.asText());
    }

    /** Tells nothing of what the customer entered, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SignUpAttribute[" + name + "]";
    }
}
