package dev.externaltenants.tests.servers;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the server answered to a REST call. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer to(String request, HttpResponse<String> response) {
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    /** Returns this answer if it has the status, so that set-up that fails says where. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + " but was " + this);
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + this, e);
        }
    }

    /** Returns the stable code of an error. */
    public String error() {
        return json().path("error").asText();
    }

    /** Returns the JSON path of the field that an error is about. */
    public String field() {
        return json().path("field").asText();
    }

    /** Returns the id of what was created: from the body, else from the Location header. */
    public String createdId() {
        expect(201);
        if (!body.isBlank() && json().has("id")) {
            return json().path("id").asText();
        }
        String path = URI.create(headers.firstValue("Location").orElseThrow()).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + body;
    }
}
