package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.OpenApi.Operation;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;

/** What there is in a tenant, found by what {@code docs/openapi.yaml} says can be read of one. */
final class TenantObjects {

    /** What names an item in the path to it, where its collection does not say it by the parameter's name. */
    private static final List<String> KEYS = List.of("id", "clientId", "name", "value", "alias", "username");

    private static final String ALL = "?max=100000";

    private final OpenApi api;
    private final AdminApi admin;
    private final String realm;

    TenantObjects(OpenApi api, AdminApi admin, String realm) {
        this.api = api;
        this.admin = admin;
        this.realm = realm;
    }

    /**
     * Returns the path to an object that is there, the first of each collection on the way; nothing where a collection is
     * empty.
     */
    Optional<String> existing(String template) {
        return paths(template, 1).findFirst();
    }

    /** @param most how many objects of a collection are followed to what is below them */
    private Stream<String> paths(String template, int most) {
        Stream<String> paths = Stream.of("");
        for (String segment : template.substring(1).split("/", -1)) {
            if (segment.equals("{realm}")) {
                String within = template.endsWith("/external-tenants") ? "master" : realm;
                paths = paths.map(path -> path + "/" + within);
            } else if (segment.startsWith("{")) {
                String parameter = segment.substring(1, segment.length() - 1);
                paths = paths.flatMap(path -> items(path, parameter).limit(most).map(item -> path + "/" + item));
            } else {
                paths = paths.map(path -> path + "/" + segment);
            }
        }
        return paths;
    }

    /** Returns what is at the path, or is first in the list there, without what the server gives. */
    Optional<JsonNode> likeThoseAt(String path) {
        Answer answer = admin.callAt("GET", path, null, Map.of());
        if (answer.status() != 200) {
            return Optional.empty();
        }
        if (answer.json() instanceof ObjectNode object) {
            return Optional.of(object.without("version"));
        }
        // A list that is replaced as a whole, or one that items are added to.
        return ours(answer.json())
                .findFirst()
                .map(item -> api.operation("PUT", path).isPresent()
                        ? answer.json()
                        : ((ObjectNode) item).without(List.of("id", "version")));
    }

    /** Returns everything that can be read, by its path; the items of a list each under its own. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        readable().forEach(template -> paths(template, Integer.MAX_VALUE).forEach(path -> put(path, all)));
        return all;
    }

    private Stream<String> readable() {
        return api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(TenantObjects::answersJson)
                .map(Operation::path)
                // A run, and the texts of a language, are made anew each time from what is read anyway.
                .filter(path -> path.startsWith("/admin/realms/{realm}/external-tenant")
                        && !path.endsWith("/run")
                        && !path.endsWith("/defaults"));
    }

    private static boolean answersJson(Operation operation) {
        return operation
                .api()
                .document()
                .at(operation.response(200))
                .path("content")
                .has("application/json");
    }

    private void put(String path, Map<String, JsonNode> all) {
        Answer answer = admin.callAt("GET", path + ALL, null, Map.of());
        if (answer.status() != 200) {
            all.put(path, answer.json());
        } else if (answer.json().isArray()) {
            for (JsonNode item : answer.json()) {
                all.put(path + "/" + key(item, "id").orElse(item.toString()), item);
            }
        } else {
            all.put(path, answer.json());
        }
    }

    private Stream<String> items(String collection, String parameter) {
        Answer answer = admin.callAt("GET", collection + ALL, null, Map.of());
        if (answer.status() != 200 || !answer.json().isArray()) {
            return Stream.empty();
        }
        return ours(answer.json()).flatMap(item -> key(item, parameter).stream());
    }

    /** Returns the items that are not Keycloak's. */
    private static Stream<JsonNode> ours(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> !item.path("type").asText().equals("other"))
                .filter(item -> !item.path("builtIn").asBoolean());
    }

    private static Optional<String> key(JsonNode item, String parameter) {
        return Stream.concat(Stream.of(parameter), KEYS.stream())
                .filter(item::has)
                .map(name -> item.get(name).asText())
                .findFirst();
    }
}
