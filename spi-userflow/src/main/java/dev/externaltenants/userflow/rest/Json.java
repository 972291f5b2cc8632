package dev.externaltenants.userflow.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.userflow.TenantException;

/** Strict JSON at the border: what is not understood is refused with the path of the field, never ignored. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(1_000_000)
                            .maxNestingDepth(20)
                            .build())
                    // Of two values under one name, another reader might take the one that we did not check.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(StorableText.asModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // Else 1.5 is taken as 1 without a word.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // The same on every node: copies of maps have an order that is another in each Java process.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** @throws TenantException {@code xt_unknown_field}, {@code xt_invalid_value}, {@code xt_invalid_json} */
    public static <T> T read(String body, Class<T> type) {
        return read(body, text -> MAPPER.readValue(text, type));
    }

    /** @throws TenantException {@code xt_unknown_field}, {@code xt_invalid_value}, {@code xt_invalid_json} */
    public static <T> T read(String body, TypeReference<T> type) {
        return read(body, text -> MAPPER.readValue(text, type));
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model of ours cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode object(Object value) {
        return (ObjectNode) tree(value);
    }

    private static <T> T read(String body, Parser<T> parser) {
        T value;
        try {
            value = parser.parse(body == null ? "" : body);
        } catch (UnrecognizedPropertyException e) {
            throw TenantException.invalid("xt_unknown_field", path(e.getPath()), Expectations.ofName(e));
        } catch (JsonMappingException e) {
            String field = path(e.getPath());
            // A null in a list fails in our model's constructor, of which Jackson knows no path.
            boolean ofAValue = !field.isEmpty() || e instanceof ValueInstantiationException;
            throw TenantException.invalid(ofAValue ? "xt_invalid_value" : "xt_invalid_json", field, Expectations.of(e));
        } catch (JsonProcessingException e) {
            throw TenantException.invalid(
                    "xt_invalid_json",
                    null,
                    "The body is not well-formed JSON, or has a key twice" + place(e.getLocation()) + ".");
        }
        if (value == null) {
            throw TenantException.invalid("xt_invalid_json", null, Expectations.OBJECT);
        }
        return value;
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private interface Parser<T> {
        T parse(String text) throws JsonProcessingException;
    }
}
