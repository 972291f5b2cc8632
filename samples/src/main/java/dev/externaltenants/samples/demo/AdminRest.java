package dev.externaltenants.samples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON over Keycloak's admin REST, as an administrator of the master realm. Paths begin behind {@code /admin/realms}. */
final class AdminRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HALF_A_MINUTE = Duration.ofSeconds(30).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String credentials;
    private String token;
    private long tokenSince;

    AdminRest(URI keycloak, String username, String password) {
        this.keycloak = keycloak;
        this.credentials = "grant_type=password&client_id=admin-cli&username=" + encoded(username) + "&password="
                + encoded(password);
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** What a public address beside Keycloak answers, without the administrator's token. */
    JsonNode at(URI address) {
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(address));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + " was answered " + response.statusCode());
        }
        return parsed(response.body());
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    boolean exists(String path) {
        return exchange("GET", path, null).statusCode() != 404;
    }

    /**
     * Creates the item in the collection, or updates the one that has the same value in the key member. An update
     * names the version that it replaces, where items have one.
     *
     * @param idMember what the address of an item ends with
     * @return the value of {@code idMember}; empty where the server does not answer with the item that it created
     */
    String save(String collection, String keyMember, String idMember, Map<String, Object> item) {
        ObjectNode wanted = JSON.valueToTree(item);
        for (JsonNode stored : get(collection)) {
            if (stored.path(keyMember).equals(wanted.path(keyMember))) {
                String id = stored.path(idMember).asText();
                if (stored.has("version")) {
                    wanted.set("version", stored.get("version"));
                }
                put(collection + "/" + encoded(id), wanted);
                return id;
            }
        }
        return post(collection, wanted).path(idMember).asText();
    }

    private JsonNode send(String method, String path, Object body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty() ? MissingNode.getInstance() : parsed(response.body());
    }

    private HttpResponse<String> exchange(String method, String path, Object body) {
        return exchange(HttpRequest.newBuilder(keycloak.resolve("/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body))));
    }

    /** Tokens live for a minute; half of it is enough for the next call. */
    private String token() {
        if (token == null || System.nanoTime() - tokenSince > HALF_A_MINUTE) {
            tokenSince = System.nanoTime();
            token = newToken();
        }
        return token;
    }

    private String newToken() {
        HttpResponse<String> response =
                exchange(HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(credentials)));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The administrator is refused: " + response.body());
        }
        return parsed(response.body()).path("access_token").asText();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak was asked", e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
