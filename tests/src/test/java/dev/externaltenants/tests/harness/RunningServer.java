package dev.externaltenants.tests.harness;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Postgres;

/** Chooses by the properties {@code xt.server} and {@code xt.suite} what Keycloak runs on, and holds the one of this run. */
final class RunningServer {

    private static final KeycloakServer SERVER = start();

    private RunningServer() {}

    static KeycloakServer get() {
        return SERVER;
    }

    private static KeycloakServer start() {
        return switch (Settings.server()) {
            case "container" -> onDatabase(ContainerServer::start);
            case "distribution" -> onDatabase(DistributionServer::start);
            case "remote" -> new RemoteServer(Settings.remoteUrl());
            case "auto" -> onDatabase(DockerEngine.answers() ? ContainerServer::start : DistributionServer::start);
            default ->
                throw new IllegalArgumentException(
                        "xt.server is auto, container, distribution or remote, not " + Settings.server());
        };
    }

    private interface Start {

        KeycloakServer on(Database database);
    }

    private static KeycloakServer onDatabase(Start start) {
        if (Settings.givenDatabase().isPresent() || Settings.embeddedDatabase()) {
            KeycloakServer server = start.on(Settings.givenDatabase().orElseGet(Database::embedded));
            atTheEnd(server::stop);
            return server;
        }
        Postgres postgres = Postgres.start(Settings.target());
        try {
            KeycloakServer server = start.on(postgres.create("keycloak"));
            atTheEnd(() -> {
                server.stop();
                postgres.close();
            });
            return server;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static void atTheEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-servers"));
    }
}
