package dev.externaltenants.tests.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A Keycloak that somebody else started with our jars; the tests make and delete their realms in it. */
record RemoteServer(URI base) implements KeycloakServer {

    @Override
    public Optional<URI> management() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> log() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        // not ours to stop
    }
}
