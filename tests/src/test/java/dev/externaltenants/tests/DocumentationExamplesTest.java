package dev.externaltenants.tests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.AdminApi;
import dev.externaltenants.tests.harness.KeycloakServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The requests that the documents show are answered as they say, each document in a realm of its own. */
final class DocumentationExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a creation sets for the examples behind it, by the collection. */
    private static final Map<String, String> ID_BY_COLLECTION =
            Map.of("/user-flows", "userFlowId", "/custom-extensions", "extensionId");

    private final KeycloakServer server = KeycloakServer.running();
    private final AdminApi admin = server.admin();
    private final Map<String, String> ids = new HashMap<>();
    private String realm;

    @BeforeEach
    void realmWithAnApp() {
        realm = "contoso-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        admin.post("", Map.of("realm", realm, "enabled", true)).expect(201);
        admin.post("/" + realm + "/clients", Map.of("clientId", "shop", "publicClient", true))
                .expect(201);
    }

    @AfterEach
    void deleteRealm() {
        admin.delete("/" + realm);
    }

    static Stream<Path> documents() {
        return Documents.pages().stream().filter(page -> !RestExample.in(page).isEmpty());
    }

    @Test
    void theDocumentsShowExamples() {
        assertThat(documents().map(page -> page.getFileName().toString()))
                .contains("README.md", "install.md", "tenants.md", "user-flows.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theExamplesWork(Path document) throws IOException, InterruptedException {
        List<RestExample> examples = RestExample.in(document);
        if (examples.stream().noneMatch(DocumentationExamplesTest::makesTheTenant)) {
            admin.put("/" + realm + "/external-tenant", Map.of()).expect(201);
        }

        for (RestExample shown : examples) {
            RestExample example = shown.filledIn(realm, ids);
            HttpResponse<String> answer = send(example);

            assertThat(answer.statusCode()).as(example + " -> " + answer.body()).isEqualTo(example.status());
            remember(example, answer);
        }
    }

    private static boolean makesTheTenant(RestExample example) {
        return example.method().equals("PUT") && example.path().endsWith("/external-tenant");
    }

    private HttpResponse<String> send(RestExample example) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(example.path())
                .header("Authorization", "Bearer " + token())
                .method(
                        example.method(),
                        example.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(example.body()));
        if (!example.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        example.headers().forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private void remember(RestExample example, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 201) {
            return;
        }
        for (Map.Entry<String, String> id : ID_BY_COLLECTION.entrySet()) {
            if (example.path().endsWith(id.getKey())) {
                ids.put(id.getValue(), JSON.readTree(answer.body()).path("id").asText());
            }
        }
    }

    /** The harness's own calls send no headers, so the token is asked for here. */
    private String token() throws IOException, InterruptedException {
        HttpRequest request = request("/realms/master/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.base() + path)).timeout(Duration.ofSeconds(60));
    }
}
