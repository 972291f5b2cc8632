package dev.externaltenants.tenant.customers;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * What a customer has of an attribute, in JSON a text, or a list of texts of a collection.
 *
 * @param values one, unless it is a list
 */
@JsonDeserialize(using = AttributeValue.Reader.class)
record AttributeValue(List<String> values, boolean list) {

    static AttributeValue of(String text) {
        return new AttributeValue(List.of(text), false);
    }

    static AttributeValue listOf(List<String> texts) {
        return new AttributeValue(texts, true);
    }

    @JsonValue
    Object json() {
        return list ? values : values.get(0);
    }

    /** Tells a text from a list of texts; anything else is neither. */
    static final class Reader extends JsonDeserializer<AttributeValue> {

        @Override
        public AttributeValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return of(context.readValue(parser, String.class));
            }
            List<String> texts = context.readValue(
                    parser, context.getTypeFactory().constructCollectionType(List.class, String.class));
            if (texts.stream().anyMatch(Objects::isNull)) {
                return context.reportInputMismatch(AttributeValue.class, "A list of texts.");
            }
            return listOf(texts);
        }
    }
}
