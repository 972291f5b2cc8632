package dev.externaltenants.tests.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak's distribution, unpacked. {@code kc.sh build} runs once for a set of jars and options; the next run with the
 * same ones starts at once.
 *
 * @param log where builds and runs write what they say
 */
public record Distribution(Path home, Path log) {

    /** Two slow cores need half a minute. */
    private static final String JVM_OPTIONS = "JAVA_OPTS_APPEND";

    private static final int BUILD_MINUTES = 4;

    /**
     * Builds it for these jars and options if it is not.
     *
     * @throws IllegalStateException with the end of the log if the build fails
     */
    public Distribution built(ProviderJars jars, Map<String, String> options) {
        // Nothing may change below a server that an earlier run could not stop.
        leftover().stop();
        Path marker = home.resolve(".xt-built");
        String wanted = jars.fingerprint() + " " + options;
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
                return this;
            }
            Files.deleteIfExists(marker);
            jars.installInto(home.resolve("providers"));
            say("kc.sh build with " + jars.jars().size() + " jars (once for these jars)");
            Process build = kc(shortLived(options), "build");
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new IllegalStateException("kc.sh build failed:\n" + lastLines());
            }
            Files.writeString(marker, wanted);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns a copy as it is now, builds included, that runs beside this one; it replaces an earlier copy. */
    public Distribution copiedTo(Path otherHome, Path otherLog) {
        Distribution copy = new Distribution(otherHome, otherLog);
        copy.leftover().stop();
        try {
            Folders.delete(otherHome);
            Files.createDirectories(otherHome.getParent());
            Folders.copy(home, otherHome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // What runs from the original is not the copy's to stop.
        copy.leftover().forget();
        return copy;
    }

    /** Forgets what the embedded database holds. */
    public void forgetData() {
        try {
            Folders.delete(home.resolve("data/h2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param options those of {@link ServerOptions#run}, with what the caller adds
     * @throws IllegalStateException with the end of the log if it does not come up
     */
    public KeycloakProcess start(Ports ports, Map<String, String> options) {
        return KeycloakProcess.start(this, ports, options);
    }

    /**
     * Runs a command of {@code kc.sh} to its end.
     *
     * @throws IllegalStateException with the end of the log if it fails
     */
    public void run(Map<String, String> options, String... command) {
        try {
            Process running = kc(shortLived(options), command);
            if (!running.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || running.exitValue() != 0) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
                throw new IllegalStateException("kc.sh " + command[0] + " failed:\n" + lastLines());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command is over before the second compiler would pay: a build takes half the processor's time without. */
    private static Map<String, String> shortLived(Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>(options);
        String given = options.getOrDefault(JVM_OPTIONS, System.getenv().getOrDefault(JVM_OPTIONS, ""));
        all.put(JVM_OPTIONS, given + " -XX:TieredStopAtLevel=1");
        return all;
    }

    Process kc(Map<String, String> options, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(options);
        return builder.start();
    }

    LeftoverProcess leftover() {
        return new LeftoverProcess(home.resolve(".xt-pid"));
    }

    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    public static void say(String progress) {
        System.out.println("[server] " + progress);
    }
}
