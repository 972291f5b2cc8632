package dev.externaltenants.tenant.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * One difference between two documents.
 *
 * @param path where: objects of lists by what they are called, as in {@code userFlows[customers].mfa}
 * @param from what was there, or null; as of {@code to}, nothing of a secret, and of a picture only its size and hash
 * @param to what is there now, or null
 */
public record DocumentChange(String path, Kind change, JsonNode from, JsonNode to) {

    /** More than any text has that people write. */
    private static final int MAX_CHARACTERS = 4096;

    /** What happened there. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of what no document shows, so neither does the change. */
    static DocumentChange ofSecret(String path) {
        return new DocumentChange(path, Kind.REPLACE, null, null);
    }

    static DocumentChange between(String path, JsonNode from, JsonNode to) {
        Kind kind = from == null ? Kind.ADD : to == null ? Kind.REMOVE : Kind.REPLACE;
        return new DocumentChange(path, kind, shortened(from), shortened(to));
    }

    /** Leaves of a picture what tells it from another: the list is for people, and the event log keeps it. */
    private static JsonNode shortened(JsonNode shown) {
        if (shown == null || shown.isValueNode()) {
            boolean isLong =
                    shown != null && shown.isTextual() && shown.textValue().length() > MAX_CHARACTERS;
            return isLong ? TextNode.valueOf(summary(shown.textValue())) : shown;
        }
        JsonNode copy = shown.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(shortened(field.getValue())));
        } else if (copy instanceof ArrayNode list) {
            IntStream.range(0, list.size()).forEach(i -> list.set(i, shortened(list.get(i))));
        }
        return copy;
    }

    private static String summary(String text) {
        return text.length() + " characters, SHA-256 " + HashUtils.sha256UrlEncodedHash(text, StandardCharsets.UTF_8);
    }
}
