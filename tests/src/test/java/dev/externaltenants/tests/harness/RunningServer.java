package dev.externaltenants.tests.harness;

/** Chooses by the property {@code xt.server} how Keycloak comes to be, and holds the one of this run. */
final class RunningServer {

    private static final KeycloakServer SERVER = start();

    private RunningServer() {}

    static KeycloakServer get() {
        return SERVER;
    }

    private static KeycloakServer start() {
        KeycloakServer server =
                switch (Settings.server()) {
                    case "container" -> ContainerServer.start();
                    case "distribution" -> DistributionServer.start();
                    case "remote" -> new RemoteServer(Settings.remoteUrl());
                    case "auto" -> DockerEngine.answers() ? ContainerServer.start() : DistributionServer.start();
                    default ->
                        throw new IllegalArgumentException(
                                "xt.server is auto, container, distribution or remote," + " not " + Settings.server());
                };
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-keycloak"));
        return server;
    }
}
