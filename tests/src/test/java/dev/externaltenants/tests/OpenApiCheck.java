package dev.externaltenants.tests;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.externaltenants.tests.OpenApi.Operation;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.AnswerCheck;

/** Every answer of our admin REST that any test gets is one that {@code docs/openapi.yaml} describes. */
public final class OpenApiCheck implements AnswerCheck {

    private static final Pattern OURS = Pattern.compile(".*?(/admin/realms/[^/]*/external-tenants?(/.*)?)");

    /** Headers that callers build on; those of caching, security and transport are Keycloak's. */
    private static final Set<String> HEADERS = Set.of("etag", "location", "retry-after");

    private static final JsonPointer KEYCLOAK_ERROR = JsonPointer.compile("/components/schemas/KeycloakError");

    private final OpenApi api = OpenApi.read();
    private final OpenApiSchemas schemas = new OpenApiSchemas(api);

    @Override
    public void check(HttpRequest request, Answer answer) {
        String path = request.uri().getRawPath();
        if (!OURS.matcher(path).matches()) {
            return;
        }
        Optional<Operation> operation = api.operation(request.method(), path.replaceFirst(".*?(?=/admin/realms/)", ""));
        if (operation.isPresent() && operation.get().statuses().contains(answer.status())) {
            checkDescribed(operation.get().response(answer.status()), answer);
        } else if (answer.status() >= 400 && answer.status() <= 431) {
            // Keycloak answers what fits no method of ours before we see it.
            checkBody(KEYCLOAK_ERROR, answer);
        } else {
            fail("has a status that is not described", answer);
        }
    }

    private void checkDescribed(JsonPointer response, Answer answer) {
        JsonNode description = api.document().at(response);
        checkHeaders(response, answer);
        JsonNode content = description.path("content");
        if (content.isMissingNode()) {
            if (!answer.body().isEmpty()) {
                fail("has a body, and none is described", answer);
            }
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        if (!content.has(type)) {
            fail(
                    "is of type '" + type + "', described are "
                            + OpenApi.names(content).toList(),
                    answer);
        }
        if (content.path(type).has("schema")) {
            checkBody(response.appendProperty("content").appendProperty(type).appendProperty("schema"), answer);
        }
    }

    private void checkHeaders(JsonPointer response, Answer answer) {
        Set<String> described = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        JsonPointer headers = response.appendProperty("headers");
        OpenApi.names(api.document().at(headers)).forEach(described::add);
        for (String header : HEADERS) {
            if (answer.headers().firstValue(header).isPresent() && !described.contains(header)) {
                fail("has the header " + header + ", which is not described", answer);
            }
        }
        for (String name : described) {
            JsonPointer header = api.behind(headers.appendProperty(name));
            Optional<String> value = answer.headers().firstValue(name);
            if (value.isPresent()) {
                report(name, schemas.errors(header.appendProperty("schema"), TextNode.valueOf(value.get())), answer);
            } else if (api.document().at(header).path("required").asBoolean()) {
                fail("lacks the header " + name, answer);
            }
        }
    }

    private void checkBody(JsonPointer schema, Answer answer) {
        report("body", schemas.errors(schema, answer.json()), answer);
    }

    private static void report(String part, Set<String> errors, Answer answer) {
        if (!errors.isEmpty()) {
            fail("has another " + part + " than described: " + errors, answer);
        }
    }

    private static void fail(String what, Answer answer) {
        throw new AssertionError("The answer " + what + " in docs/openapi.yaml: " + answer);
    }
}
