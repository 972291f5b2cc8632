package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.AnswerCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is not described in {@code docs/openapi.yaml} fails the test that gets it. */
@Tag("any-database")
final class OpenApiCheckTest {

    private static final String TENANT = "/admin/realms/contoso/external-tenant";
    private static final String FLOW = "{\"id\":\"1\",\"name\":\"customers\"}";

    private final AnswerCheck check = new OpenApiCheck();

    @Test
    void letsADescribedAnswerPass() {
        assertThatCode(() -> check("GET", "/user-flows/1", 200, FLOW, "\"1\"")).doesNotThrowAnyException();
        assertThatCode(() -> check("GET", "/user-flows", 200, "[" + FLOW + "]", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("DELETE", "/user-flows/1", 204, "", null)).doesNotThrowAnyException();
    }

    @Test
    void letsKeycloaksOwnRefusalsPass() {
        assertThatCode(() -> check("PATCH", "/user-flows/1", 405, "{\"error\":\"HTTP 405 Method Not Allowed\"}", null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field that is not described      | 200 | {'id':'1','name':'customers','colour':'red'} | \"1\" | colour",
                "a field of another type            | 200 | {'id':'1','name':'customers','enabled':'yes'} | \"1\" | enabled",
                "a list for an object               | 200 | [{'id':'1','name':'customers'}] | \"1\" | object",
                "no ETag                            | 200 | {'id':'1','name':'customers'} |     | ETag",
                "an ETag without quotes             | 200 | {'id':'1','name':'customers'} | 1   | ETag",
                "a status that is not described     | 202 | {'id':'1','name':'customers'} | \"1\" | status",
                "a failure of the server            | 500 | {'error':'unknown_error'}       |     | status",
                "an error without description       | 404 | {'error':'xt_flow_not_found'}   |     | body",
                "a code of ours where Keycloak speaks | 405 | {'error':'xt_flow_not_found'} |     | body",
            })
    void failsOn(String what, int status, String body, String etag, String named) {
        assertThatThrownBy(() -> check("GET", "/user-flows/1", status, body.replace('\'', '"'), etag))
                .as(what)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }

    @Test
    void failsOnABodyWhereNoneIsDescribed() {
        assertThatThrownBy(() -> check("DELETE", "/user-flows/1", 204, FLOW, null))
                .isInstanceOf(AssertionError.class);
    }

    private void check(String method, String path, int status, String body, String etag) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:8080" + TENANT + path))
                .method(method, BodyPublishers.noBody())
                .build();
        Map<String, List<String>> headers = etag == null
                ? Map.of("Content-Type", List.of("application/json;charset=UTF-8"))
                : Map.of("Content-Type", List.of("application/json"), "ETag", List.of(etag));
        check.check(
                request, new Answer(method + " " + path, status, HttpHeaders.of(headers, (name, value) -> true), body));
    }
}
