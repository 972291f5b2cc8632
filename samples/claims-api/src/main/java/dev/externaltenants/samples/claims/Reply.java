package dev.externaltenants.samples.claims;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What goes back over HTTP. */
record Reply(int status, String contentType, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the body cannot be written as JSON */
    static Reply json(int status, Map<String, Object> body) {
        try {
            return new Reply(status, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + body, e);
        }
    }

    static Reply refused(int status, String error, String reason) {
        return json(status, Map.of("error", error, "error_description", reason));
    }
}
