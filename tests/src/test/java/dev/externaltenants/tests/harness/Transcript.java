package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that a document shows, run one after the other by a shell that stops at the first that fails. */
public final class Transcript implements AutoCloseable {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```$");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path said;

    private Transcript(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Returns all blocks of commands of the text. */
    public static String of(String markdown) {
        return BLOCK.matcher(markdown).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
    }

    /** Starts the commands in the folder, with Keycloak's own on the path and further variables. */
    public static Transcript start(String commands, Path folder, Map<String, String> variables) {
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("PATH", KeycloakTools.folder() + ":" + System.getenv("PATH"));
        // Where it keeps its token; and each command is a Java of its own, which shall start quickly.
        shell.environment().put("KC_OPTS", "-Duser.home=" + folder + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        shell.environment().putAll(KeycloakTools.administrator());
        shell.environment().putAll(variables);
        try {
            return new Transcript(shell.start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the commands print what the pattern finds, and returns that. */
    public String waitFor(Pattern wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            boolean ended = !process.isAlive();
            Matcher found = wanted.matcher(text());
            if (found.find()) {
                return found.group();
            }
            if (ended || Instant.now().isAfter(end)) {
                throw new AssertionError("Never printed " + wanted + ":\n" + text());
            }
            Thread.sleep(200);
        }
    }

    /** Waits for the end, which has to be a good one, and returns all that was printed. */
    public String finish() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError((ended ? "Failed:\n" : "Not finished:\n") + text());
        }
        return text();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String text() {
        try {
            return Files.readString(said).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
