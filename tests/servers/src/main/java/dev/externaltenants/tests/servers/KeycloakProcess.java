package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Keycloak that runs as a process on ports of its own. */
public final class KeycloakProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Distribution distribution;
    private final Ports ports;
    private final LeftoverProcess leftover;
    private Process process;

    private KeycloakProcess(Distribution distribution, Ports ports) {
        this.distribution = distribution;
        this.ports = ports;
        this.leftover = distribution.leftover();
    }

    static KeycloakProcess start(Distribution distribution, Ports ports, Map<String, String> options) {
        KeycloakProcess server = new KeycloakProcess(distribution, ports);
        server.leftover.stop();
        server.start(options);
        return server;
    }

    /** Returns the address that realms live under, without a slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    /** Returns the address of health and metrics, without a slash at the end. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + ports.management());
    }

    public AdminApi admin() {
        return AdminApi.ofMasterAdmin(base());
    }

    public Path log() {
        return distribution.log();
    }

    /** Returns the process that is the server: kc.sh is a shell, Java its child. */
    public ProcessHandle java() {
        return process.descendants().reduce((first, last) -> last).orElse(process.toHandle());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, and waits until it has. */
    public void stop() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroy);
        family.forEach(KeycloakProcess::waitOrKill);
        leftover.forget();
    }

    /** Ends it at once, as {@code kill -9} and a power cut do. */
    public void kill() {
        // Not the shell first: with it gone, nobody might ever collect the server, and a wait for its end would be
        // long.
        java().destroyForcibly();
        waitOrKill(process.toHandle());
        leftover.forget();
    }

    @Override
    public void close() {
        stop();
    }

    private void start(Map<String, String> options) {
        Distribution.say("starting Keycloak on " + base() + ", log in " + distribution.log());
        try {
            process = distribution.kc(options, "start", "--optimized");
            leftover.remember(process);
            Health.awaitReady(ports.management(), PATIENCE, process::isAlive);
        } catch (IOException | IllegalStateException e) {
            if (process != null) {
                stop();
            }
            throw new IllegalStateException(
                    "Keycloak did not start: " + e.getMessage() + "\n" + distribution.lastLines(), e);
        }
        Distribution.say("Keycloak is ready on " + base());
    }

    private List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        return family;
    }

    private static void waitOrKill(ProcessHandle handle) {
        try {
            handle.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }
}
