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

    /** For headers that are too long. */
    private static final int LAST_OF_KEYCLOAK = 431;

    /** Methods that the server answers by what it knows of the others. */
    private static final Set<String> OF_HTTP = Set.of("HEAD", "OPTIONS");

    /** What Keycloak says to a path or query that it lets nobody see, whatever is behind it. */
    private static final Set<String> NOT_LET_IN =
            Set.of("missingNormalization", "invalidCharacter", "Blocking invalid query parameter value");

    private static final JsonPointer NOT_FOUND =
            JsonPointer.compile("/components/responses/NotFound/content/application~1json/schema");
    private static final JsonPointer KEYCLOAK_ERROR = JsonPointer.compile("/components/schemas/KeycloakError");

    private final OpenApi api = OpenApi.read();
    private final OpenApiSchemas schemas = new OpenApiSchemas(api);

    @Override
    public void check(HttpRequest request, Answer answer) {
        String path = request.uri().getRawPath();
        if (!OURS.matcher(path).matches()) {
            return;
        }
        if (OF_HTTP.contains(request.method())) {
            checkAnswerOfHttp(answer);
            return;
        }
        if (isKeycloaksPage(request, answer) || isNotLetIn(answer)) {
            return;
        }
        Optional<Operation> operation = api.operation(
                request.method(), path.replaceFirst(".*?(?=/admin/realms/)", "").replaceFirst("/$", ""));
        if (operation.isPresent() && operation.get().statuses().contains(answer.status())) {
            checkDescribed(operation.get().response(answer.status()), answer);
        } else if (answer.status() >= 400 && answer.status() <= LAST_OF_KEYCLOAK) {
            // Keycloak answers what fits no method of ours before we see it.
            checkBody(answer.status() == 404 ? NOT_FOUND : KEYCLOAK_ERROR, answer.json(), answer);
        } else {
            fail("has a status that is not described", answer);
        }
    }

    private static boolean isNotLetIn(Answer answer) {
        return answer.status() == 400 && NOT_LET_IN.contains(answer.error());
    }

    private static void checkAnswerOfHttp(Answer answer) {
        boolean tells = answer.status() < 400 && !answer.body().isEmpty();
        if (tells || answer.status() >= 500) {
            fail("is more than its method asks for, and not described", answer);
        }
    }

    /** Keycloak's own refusals come to browsers as a page. */
    private static boolean isKeycloaksPage(HttpRequest request, Answer answer) {
        return answer.status() >= 400
                && answer.status() <= LAST_OF_KEYCLOAK
                && typeOf(answer).equals("text/html")
                && request.headers()
                        .firstValue("Accept")
                        .filter("text/html"::equals)
                        .isPresent();
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
        String type = typeOf(answer);
        if (!content.has(type)) {
            fail(
                    "is of type '" + type + "', described are "
                            + OpenApi.names(content).toList(),
                    answer);
        }
        if (content.path(type).has("schema")) {
            JsonPointer schema =
                    response.appendProperty("content").appendProperty(type).appendProperty("schema");
            checkBody(schema, type.endsWith("yaml") ? OpenApi.tree(answer.body()) : answer.json(), answer);
        }
    }

    private static String typeOf(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
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

    private void checkBody(JsonPointer schema, JsonNode body, Answer answer) {
        report("body", schemas.errors(schema, body), answer);
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
