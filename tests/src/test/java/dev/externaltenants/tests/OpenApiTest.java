package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/openapi.yaml} describes what the server has. */
@Tag("any-database")
final class OpenApiTest {

    private final OpenApi described = OpenApi.read();

    @Test
    void describesTheMethodsOfTheRunningServerAndNoOthers() {
        TreeSet<String> running = new TreeSet<>();
        TestSupport.of(KeycloakServer.running())
                .restMethods()
                .forEach(method -> running.add(method.method() + " " + method.path()));

        assertThat(described.statuses().keySet()).isEqualTo(running);
    }

    static Stream<RestExample> examples() {
        return Documents.pages().stream().flatMap((Path page) -> RestExample.in(page).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void describesWhatTheDocumentsShow(RestExample example) {
        assertThat(described.statusesOf(example.method(), example.path())).contains(example.status());
    }
}
