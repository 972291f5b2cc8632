package dev.externaltenants.tests.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.externaltenants.tests.servers.AdminApi;

/** The Keycloak under test; one for the whole run. */
public interface KeycloakServer {

    /** Returns the one of this run; the first call starts it, the end of the run stops it. */
    static KeycloakServer running() {
        return RunningServer.get();
    }

    /** Returns the address that realms live under, without a slash at the end. */
    URI base();

    /** Returns where health and metrics are served, if the tests can reach it. */
    Optional<URI> management();

    /** Returns the addresses of all its processes that are running. */
    default List<URI> processes() {
        return List.of(base());
    }

    /** Returns where the server writes its log, if the tests can read it. */
    Optional<Path> log();

    void stop();

    default URI at(String path) {
        return URI.create(base() + path);
    }

    default AdminApi admin() {
        return AdminApi.ofMasterAdmin(base());
    }
}
