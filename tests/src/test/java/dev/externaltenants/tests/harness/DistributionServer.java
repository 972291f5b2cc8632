package dev.externaltenants.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keycloak's own distribution as a process on free ports. {@code kc.sh build} runs once for a set of jars and options;
 * the next run with the same ones starts at once.
 */
final class DistributionServer implements KeycloakServer {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home = Settings.target().resolve("keycloak-" + Settings.keycloakVersion());
    private final Path log = Settings.target().resolve("keycloak.log");
    private final LeftoverProcess leftover =
            new LeftoverProcess(Settings.target().resolve("keycloak.pid"));
    private final Ports ports = Ports.free();
    private Process process;

    private DistributionServer() {}

    static DistributionServer start() {
        DistributionServer server = new DistributionServer();
        server.leftover.stop();
        server.beginLog();
        server.buildIfChanged();
        server.forgetData();
        server.startProcess();
        return server;
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(log);
    }

    @Override
    public void stop() {
        // kc.sh is a shell; the server is its child.
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroy);
        family.forEach(DistributionServer::waitOrKill);
        leftover.forget();
    }

    private void buildIfChanged() {
        Path marker = home.resolve(".xt-built");
        Providers providers = Providers.packed();
        String wanted = providers.fingerprint() + " " + Settings.buildOptions();
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
                return;
            }
            Files.deleteIfExists(marker);
            providers.installInto(home.resolve("providers"));
            say("kc.sh build with " + providers.jars().size() + " jars (once for these jars)");
            Process build = kc(Settings.buildOptions(), "build");
            if (!build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new IllegalStateException("kc.sh build failed:\n" + lastLines());
            }
            Files.writeString(marker, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void beginLog() {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetData() {
        try {
            Folders.delete(home.resolve("data/h2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startProcess() {
        say("starting Keycloak " + Settings.keycloakVersion() + " on " + base() + ", log in " + log);
        try {
            process = kc(Settings.runOptions(ports), "start", "--optimized");
            leftover.remember(process);
            Health.awaitReady(ports.management(), PATIENCE, process::isAlive);
        } catch (IOException | IllegalStateException e) {
            stop();
            throw new IllegalStateException("Keycloak did not start: " + e.getMessage() + "\n" + lastLines(), e);
        }
        say("Keycloak is ready");
    }

    private Process kc(Map<String, String> options, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(options);
        return builder.start();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
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

    private static void say(String progress) {
        System.out.println("[server] " + progress);
    }
}
