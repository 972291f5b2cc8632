package dev.externaltenants.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.externaltenants.bench.load.Connection;
import dev.externaltenants.bench.load.Operation;

/**
 * What one operation does, counted apart from the timed rounds.
 *
 * @param statements all of them, of all repetitions
 */
public record Counted(int repetitions, List<String> statements, long allocatedBytes) {

    /** What is written behind an answer, such as the session's row, is written within this. */
    private static final long SETTLE_MILLIS = 1000;

    /** Counts one thread's repetitions. */
    public static Counted of(Operation operation, int repetitions, int port, StatementLog log, ProcessHandle server) {
        try (Connection connection = new Connection(port);
                ServerJvm jvm = ServerJvm.of(server)) {
            Runnable journey = operation.on(connection);
            journey.run();
            settle();
            Map<Long, Long> before = jvm.allocatedByThread();
            List<String> statements = log.during(() -> {
                for (int i = 0; i < repetitions; i++) {
                    journey.run();
                }
                settle();
            });
            return new Counted(repetitions, statements, growth(before, jvm.allocatedByThread()));
        }
    }

    public double statementsEach() {
        return (double) statements.size() / repetitions;
    }

    public double kilobytesEach() {
        return allocatedBytes / 1000.0 / repetitions;
    }

    /** Writes down what was run how often by one operation, so that a difference can be looked up. */
    public void writeStatements(Path file) {
        Map<String, Long> counts = new TreeMap<>();
        statements.forEach(statement -> counts.merge(statement, 1L, Long::sum));
        List<String> lines = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count ->
                        String.format(Locale.ROOT, "%6.2f %s", (double) count.getValue() / repetitions, count.getKey()))
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long growth(Map<Long, Long> before, Map<Long, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static void settle() {
        try {
            Thread.sleep(SETTLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
