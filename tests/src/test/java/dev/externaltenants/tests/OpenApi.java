package dev.externaltenants.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/openapi.yaml}, by its operations. */
record OpenApi(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static OpenApi read() {
        return new OpenApi(tree(Documents.text(Documents.REPOSITORY.resolve("docs/openapi.yaml"))));
    }

    static JsonNode tree(String yaml) {
        try {
            return YAMLMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One method of one path.
     *
     * @param path with its parameters in braces
     */
    record Operation(OpenApi api, String method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        JsonPointer pointer() {
            return JsonPointer.empty()
                    .appendProperty("paths")
                    .appendProperty(path)
                    .appendProperty(method.toLowerCase(Locale.ROOT));
        }

        JsonNode description() {
            return api.document.at(pointer());
        }

        Set<Integer> statuses() {
            return names(description().path("responses"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Returns where the response is described, behind a reference where there is one. */
        JsonPointer response(int status) {
            return api.behind(pointer().appendProperty("responses").appendProperty(String.valueOf(status)));
        }

        boolean serves(String wantedMethod, String wantedPath) {
            return method.equals(wantedMethod) && wantedPath.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
        }

        private int parameters() {
            return path.split("\\{", -1).length;
        }
    }

    List<Operation> operations() {
        return names(document.path("paths"))
                .flatMap(path -> names(document.path("paths").path(path))
                        .filter(METHODS::contains)
                        .map(method -> new Operation(this, method.toUpperCase(Locale.ROOT), path)))
                .toList();
    }

    /** Returns the operation that serves the path, the one that spells most of it. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.serves(method, path))
                .min(Comparator.comparing(Operation::parameters));
    }

    /** Returns the statuses by method and path, as in {@code GET /admin/realms/{realm}/external-tenant}. */
    Map<String, Set<Integer>> statuses() {
        return operations().stream()
                .collect(Collectors.toMap(Operation::toString, Operation::statuses, (one, other) -> one, TreeMap::new));
    }

    /** Returns the statuses of the method that serves the path, or none when no method does. */
    Set<Integer> statusesOf(String method, String path) {
        return operation(method, path.replaceFirst("\\?.*", ""))
                .map(Operation::statuses)
                .orElse(Set.of());
    }

    /** Follows references from the place to what they lead to. */
    JsonPointer behind(JsonPointer place) {
        JsonNode reference = document.at(place).path("$ref");
        return reference.isMissingNode()
                ? place
                : behind(JsonPointer.compile(reference.asText().substring(1)));
    }

    static Stream<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false);
    }
}
