package dev.externaltenants.tests;

import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.externaltenants.tests.OpenApi.Operation;

/** Bodies as the schemas of {@code docs/openapi.yaml} want them; whether the rules like them is another matter. */
final class SampleBodies {

    /** What the patterns and formats of our strings let pass, the first that fits. */
    private static final List<String> STRINGS =
            List.of("sample", "https://shop.example/callback", "DE", "en", "EMAIL_PASSWORD", "api://sample", "1");

    private final OpenApi api;

    SampleBodies(OpenApi api) {
        this.api = api;
    }

    /** Returns the body of a call with all fields, or a missing node for a method without one. */
    JsonNode of(Operation operation) {
        JsonPointer content =
                api.behind(operation.pointer().appendProperty("requestBody")).appendProperty("content");
        return OpenApi.names(api.document().at(content))
                .findFirst()
                .map(type -> sample(content.appendProperty(type).appendProperty("schema")))
                .orElseGet(() -> api.document().at("/none"));
    }

    private JsonNode sample(JsonPointer place) {
        JsonPointer described = api.behind(place);
        JsonNode schema = api.document().at(described);
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return sample(described.appendProperty(choice).appendIndex(0));
            }
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(described, schema);
            case "array" -> list(described);
            case "boolean" -> BooleanNode.TRUE;
            case "integer", "number" -> IntNode.valueOf(schema.path("minimum").asInt(1));
            default -> text(schema);
        };
    }

    private ObjectNode object(JsonPointer place, JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        OpenApi.names(schema.path("properties"))
                // The server gives them.
                .filter(name -> !List.of("id", "version").contains(name))
                .forEach(name -> object.set(
                        name, sample(place.appendProperty("properties").appendProperty(name))));
        if (schema.path("additionalProperties").isObject()) {
            object.set("en", sample(place.appendProperty("additionalProperties")));
        }
        return object;
    }

    private ArrayNode list(JsonPointer place) {
        return JsonNodeFactory.instance.arrayNode().add(sample(place.appendProperty("items")));
    }

    private static TextNode text(JsonNode schema) {
        String pattern = schema.path("pattern").asText(".*");
        boolean address = schema.path("format").asText().equals("uri");
        return TextNode.valueOf(STRINGS.stream()
                .filter(text -> text.matches(pattern.replaceAll("^\\^|\\$$", "")))
                .filter(text -> !address || text.contains(":"))
                .findFirst()
                .orElse("sample"));
    }
}
