package dev.externaltenants.tenant.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
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

    /** Where a brand has its pictures; a theme that comes or goes has them within. */
    private static final String IMAGES = "images";

    private static final Pattern PICTURE = Pattern.compile("(branding|themes\\[.*])\\." + IMAGES + "\\..*");

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
        boolean isPicture = PICTURE.matcher(path).matches();
        return new DocumentChange(path, kind, shortened(from, isPicture), shortened(to, isPicture));
    }

    /** Leaves of a picture what tells it from another: the list is for people, and the event log keeps it. */
    private static JsonNode shortened(JsonNode shown, boolean isPicture) {
        if (shown == null || shown.isValueNode()) {
            return isPicture && shown != null ? TextNode.valueOf(summary(shown.asText())) : shown;
        }
        JsonNode copy = shown.deepCopy();
        if (copy instanceof ObjectNode brand && brand.get(IMAGES) instanceof ObjectNode images) {
            images.properties().forEach(image -> image.setValue(shortened(image.getValue(), true)));
        }
        return copy;
    }

    private static String summary(String text) {
        return text.length() + " characters, SHA-256 " + HashUtils.sha256UrlEncodedHash(text, StandardCharsets.UTF_8);
    }
}
