package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.KeycloakProcess;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.ServerOptions;

/** Keycloak's own distribution as a process on free ports. */
record DistributionServer(KeycloakProcess process) implements KeycloakServer {

    static DistributionServer start(Database database) {
        Distribution distribution = new Distribution(Settings.distribution(), emptyLog());
        distribution.built(Settings.providers(), ServerOptions.build(database));
        if (database.isEmbedded()) {
            distribution.forgetData();
        }
        Ports ports = Ports.free();
        return new DistributionServer(distribution.start(ports, Settings.runOptions(database, ports)));
    }

    @Override
    public URI base() {
        return process.base();
    }

    @Override
    public Optional<URI> management() {
        return Optional.of(process.management());
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(process.log());
    }

    @Override
    public void stop() {
        process.stop();
    }

    private static Path emptyLog() {
        Path log = Settings.target().resolve("keycloak.log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }
}
