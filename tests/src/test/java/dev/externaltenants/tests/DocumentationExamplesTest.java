package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The requests that the documents show are answered as they say, each document in a realm of its own. */
@Tag("any-database")
final class DocumentationExamplesTest {

    /** What a creation sets for the examples behind it, by the collection. */
    private static final Map<String, String> ID_BY_COLLECTION = Map.of(
            "/user-flows",
            "userFlowId",
            "/custom-extensions",
            "extensionId",
            "/event-listeners",
            "listenerId",
            "/customers",
            "customerId",
            "/administrators",
            "administratorId");

    private final AdminApi admin = KeycloakServer.running().admin();
    private final Map<String, String> ids = new HashMap<>();
    private String realm;

    @BeforeEach
    void realmWithAnApp() {
        realm = "contoso-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        admin.post("", Map.of("realm", realm, "enabled", true)).expect(201);
        admin.post(
                        "/" + realm + "/clients",
                        Map.of(
                                "clientId",
                                "shop",
                                "publicClient",
                                true,
                                "redirectUris",
                                List.of("https://shop.example/callback")))
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
    void theExamplesWork(Path document) {
        List<RestExample> examples = RestExample.in(document);
        if (examples.stream().noneMatch(DocumentationExamplesTest::makesTheTenant)) {
            admin.put("/" + realm + "/external-tenant", Map.of()).expect(201);
        }

        for (RestExample shown : examples) {
            RestExample example = shown.filledIn(realm, ids);
            Answer answer = admin.callAt(
                    example.method(),
                    example.path(),
                    example.body().isEmpty() ? null : example.body(),
                    example.headers());

            assertThat(answer.status()).as(example + " -> " + answer.body()).isEqualTo(example.status());
            remember(example, answer);
        }
    }

    private static boolean makesTheTenant(RestExample example) {
        return example.method().equals("PUT") && example.path().endsWith("/external-tenant") && example.status() == 201;
    }

    private void remember(RestExample example, Answer answer) {
        if (answer.status() != 201) {
            return;
        }
        for (Map.Entry<String, String> id : ID_BY_COLLECTION.entrySet()) {
            if (example.path().endsWith(id.getKey())) {
                ids.put(id.getValue(), answer.createdId());
            }
        }
    }
}
