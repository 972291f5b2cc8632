package dev.externaltenants.tests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.OpenApi.Operation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Hostile requests to every method that {@code docs/openapi.yaml} describes below the tenant, each about as often. */
final class HostileRequests {

    private static final String JSON = "application/json";

    /** Segments that a path must not be led astray by, encoded. */
    private static final List<String> SEGMENTS = List.of(
            "..",
            "%2e%2e",
            "..%2f..%2fmaster",
            "%2e%2e%2f%2e%2e%2fusers",
            ".",
            "%00",
            "a%00b",
            "%c0%ae%c0%ae",
            "%ff",
            "%20",
            ";a=b",
            "a;jsessionid=1",
            "%0d%0aSet-Cookie:a=b",
            "%25%32%65",
            "*",
            "-1",
            "%F0%9F%92%A9",
            "%E2%80%AE",
            "account",
            "realm-management",
            "00000000-0000-0000-0000-000000000000",
            "a".repeat(3_000),
            "");

    private static final List<String> PARAMETERS = List.of("first", "max", "search", "If-Match", "realm", "%00", "");

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "application/json-patch+json",
            "application/x-java-serialized-object",
            "*/*");

    private static final List<String> TAGS = List.of(
            "*",
            "\"\"",
            "\"1\"",
            "W/\"0\"",
            "\"-1\"",
            "\"9223372036854775808\"",
            "1e3",
            "\"1\", \"2\"",
            "W/",
            "\"",
            "nonsense",
            "\u00E4",
            "\"" + "0".repeat(2_000) + "\"");

    private static final List<String> METHODS =
            List.of("PATCH", "HEAD", "OPTIONS", "TRACE", "PUT", "POST", "GET", "PROPFIND", "LINK", "get");

    private final List<Operation> operations;
    private final Map<Operation, String> existing;
    private final Map<Operation, List<JsonNode>> bodies;
    private final Set<String> deletable;

    /** @param existing the path of each operation with what is there, where something is */
    HostileRequests(Map<Operation, String> existing, Map<Operation, List<JsonNode>> bodies) {
        this.operations = List.copyOf(existing.keySet());
        this.existing = existing;
        this.bodies = bodies;
        this.deletable = operations.stream()
                .filter(operation -> operation.method().equals("DELETE"))
                .map(Operation::path)
                .collect(Collectors.toSet());
    }

    Arbitrary<HostileRequest> any() {
        return Arbitraries.oneOf(operations.stream().map(this::to).toList());
    }

    private Arbitrary<HostileRequest> to(Operation operation) {
        return Combinators.combine(method(operation), path(operation), query(), headers(), body(operation))
                .as((method, path, query, headers, body) -> HostileRequest.of(
                        method, path + query, withType(headers, body), sendsBody(method) ? body : null));
    }

    private Arbitrary<String> method(Operation operation) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(operation.method())), Tuple.of(1, Arbitraries.of(METHODS)));
    }

    /** A deletion that is none of what is there: all else it would find must still be there. */
    private Arbitrary<String> path(Operation operation) {
        Arbitrary<String> astray = Combinators.combine(Arbitraries.integers().between(0, 20), segments())
                .as((which, segment) -> withSegment(operation, which, segment));
        if (deletable.contains(operation.path()) && operation.method().equals("DELETE")) {
            return astray;
        }
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(existing.get(operation))), Tuple.of(2, astray));
    }

    private static Arbitrary<String> segments() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(SEGMENTS)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(60).map(HostileRequests::encoded)));
    }

    /** Replaces one of the path's parameters, of a deletion always its last; or puts a segment behind a path without. */
    private String withSegment(Operation operation, int which, String segment) {
        String[] template = operation.path().split("/", -1);
        String[] path = existing.get(operation).split("/", -1);
        List<Integer> parameters = IntStream.range(0, template.length)
                .filter(i -> template[i].startsWith("{") && !template[i].equals("{realm}"))
                .boxed()
                .toList();
        if (parameters.isEmpty()) {
            return existing.get(operation) + "/" + segment;
        }
        boolean last = operation.method().equals("DELETE");
        path[parameters.get(last ? parameters.size() - 1 : which % parameters.size())] = segment;
        return String.join("/", path);
    }

    private static Arbitrary<String> query() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(HostileJson.STRINGS).filter(text -> text.length() < 4_000),
                Arbitraries.of("-1", "0", "1.5", "abc", "2147483648", "9".repeat(400), "true", "1 "),
                Arbitraries.strings().all().ofMaxLength(40));
        Arbitrary<String> pairs = Combinators.combine(Arbitraries.of(PARAMETERS), values)
                .as((name, value) -> name + "=" + encoded(value));
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just("")),
                Tuple.of(2, pairs.list().ofMinSize(1).ofMaxSize(3).map(list -> "?" + String.join("&", list))),
                Tuple.of(
                        1, Arbitraries.of("?", "?&&=&", "?max=1&max=2", "?first", "?max=%zz".replace("%zz", "%25zz"))));
    }

    private static Arbitrary<Map<String, String>> headers() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Map.<String, String>of())),
                Tuple.of(3, Arbitraries.of(TAGS).map(tag -> Map.of("If-Match", tag))),
                Tuple.of(2, Arbitraries.of(CONTENT_TYPES).map(type -> Map.of("Content-Type", type))),
                Tuple.of(
                        1,
                        Arbitraries.of("text/plain", "application/xml", "nonsense", "*/*;q=2", "application/json;q=0")
                                .map(type -> Map.of("Accept", type))),
                Tuple.of(1, Arbitraries.of(2_000, 7_000, 60_000).map(n -> Map.of("X-Long", "a".repeat(n)))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Map.of("Content-Encoding", "gzip"),
                                Map.of("Content-Encoding", "nonsense"),
                                Map.of("Accept-Language", "a".repeat(2_000)),
                                Map.of("Accept-Language", "\u00E4;q=x"),
                                Map.of("X-HTTP-Method-Override", "DELETE"),
                                Map.of("X-Forwarded-For", "\"; DROP TABLE REALM; --"),
                                Map.of("Origin", "null"),
                                Map.of("Cookie", "KEYCLOAK_IDENTITY=a; =; ;;"),
                                Map.of("Authorization", "Bearer"),
                                Map.of("Authorization", "Bearer a.b.c"),
                                Map.of("Authorization", "Basic YTpi"),
                                Map.of("Range", "bytes=0-0,5-"))));
    }

    private Arbitrary<byte[]> body(Operation operation) {
        List<JsonNode> valid = bodies.getOrDefault(operation, List.of());
        return valid.isEmpty()
                ? Arbitraries.just(null)
                : Arbitraries.oneOf(valid.stream().map(HostileJson::spoiled).toList());
    }

    private static Map<String, String> withType(Map<String, String> headers, byte[] body) {
        if (body == null || headers.containsKey("Content-Type")) {
            return headers;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", JSON);
        return all;
    }

    private static boolean sendsBody(String method) {
        return !Set.of("HEAD", "TRACE", "OPTIONS").contains(method);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
