package dev.externaltenants.userflow.rest;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Takes text and nothing else for text, and none that no database can hold: PostgreSQL knows no NUL, and half a surrogate
 * pair is nothing in UTF-8.
 */
final class StorableText extends JsonDeserializer<String> {

    static final String RULE = "Text has no NUL and no half of a surrogate pair.";

    static Module asModule() {
        return new SimpleModule()
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new Key());
    }

    private StorableText() {}

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            // Jackson would write numbers and truth values out.
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        return isStorable(text) ? text : (String) context.handleWeirdStringValue(String.class, "…", RULE);
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** The same for the names of entries whose names are the caller's. */
    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return isStorable(key) ? key : context.handleWeirdKey(String.class, "…", RULE);
        }
    }
}
