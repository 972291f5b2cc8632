package dev.externaltenants.tenant.document;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One difference between two documents.
 *
 * @param path where: objects of lists by what they are called, as in {@code userFlows[customers].mfa}
 * @param from what was there, or null; as of {@code to}, nothing of a secret
 * @param to what is there now, or null
 */
public record DocumentChange(String path, Kind change, JsonNode from, JsonNode to) {

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
        return new DocumentChange(path, kind, from, to);
    }
}
