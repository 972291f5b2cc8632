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
            case "auto" -> onDatabase(whatIsThere());
            default ->
                throw new IllegalArgumentException(
                        "xt.server is auto, container, distribution or remote, not " + Settings.server());
        };
    }

    private interface Start {

        KeycloakServer on(Database database);
    }

    /** A container only where its image is there: to find that it cannot be pulled takes minutes and fails every test. */
    private static Start whatIsThere() {
        String image = ContainerServer.image();
        if (DockerEngine.ofThisMachine().filter(engine -> engine.has(image)).isPresent()) {
            say("a container, since this machine's Docker engine has the image " + image);
            return ContainerServer::start;
        }
        say("the distribution, since no Docker engine on this machine has the image " + image);
        return DistributionServer::start;
    }

    private static void say(String choice) {
        System.out.println("[server] " + choice);
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
