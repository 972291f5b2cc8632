package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Health;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.ServerOptions;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Keycloak's image in a container on the host's network, so that it reaches the tests' SMTP server and REST API on
 * 127.0.0.1 as the other ways do.
 */
final class ContainerServer implements KeycloakServer {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path log = Settings.target().resolve("keycloak.log");
    private final Ports ports = Ports.free();
    private final KeycloakContainer container = new KeycloakContainer(image());

    private ContainerServer(Database database) {
        // On the host's network no port is published, and Testcontainers would wait for those that the image exposes.
        container.setExposedPorts(List.of());
        container
                .withNetworkMode("host")
                .withProductionMode()
                // The container overrides what the environment says of them.
                .withEnabledMetrics()
                .withRamPercentage(1, 30)
                .withProviderLibsFrom(
                        Settings.providers().jars().stream().map(Path::toFile).toList())
                .withEnv(ServerOptions.build(database))
                .withEnv(Settings.runOptions(database, ports))
                .withLogConsumer(this::append)
                // The container's own withStartupTimeout would not reach this strategy, which gives up after a minute.
                .waitingFor(Wait.forLogMessage(".*Management interface listening on.*", 1)
                        .withStartupTimeout(PATIENCE));
    }

    static ContainerServer start(Database database) {
        ContainerServer server = new ContainerServer(database);
        server.beginLog();
        try {
            server.container.start();
            Health.awaitReady(server.ports.management(), PATIENCE, server.container::isRunning);
        } catch (RuntimeException e) {
            // The end of the run stops only a server that has started.
            server.stop();
            throw e;
        }
        return server;
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    @Override
    public Optional<URI> management() {
        return Optional.of(URI.create("http://127.0.0.1:" + ports.management()));
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(log);
    }

    @Override
    public void stop() {
        container.stop();
    }

    /** A test searches the log for codes; those of an earlier run are none of its business. */
    private void beginLog() {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(OutputFrame frame) {
        try {
            Files.writeString(log, frame.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code XT_KEYCLOAK_IMAGE} names another image, such as one of a mirror. */
    static String image() {
        String given = System.getenv("XT_KEYCLOAK_IMAGE");
        return given == null ? "keycloak/keycloak:" + Settings.keycloakVersion() : given;
    }
}
