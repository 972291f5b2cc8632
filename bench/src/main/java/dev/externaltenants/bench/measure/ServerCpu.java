package dev.externaltenants.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The processor time that the server's process has taken since it began, by the operating system's own accounting, without
 * the threads of the JVM's compiler: they learn for minutes, now on one side's time, now on the other's.
 */
public final class ServerCpu implements Supplier<Duration> {

    /** So that none of them ends and leaves its time to the others. */
    public static final String KEEP_COMPILERS = "-XX:-UseDynamicNumberOfCompilerThreads";

    private final ProcessHandle process;
    private final List<Path> compilers;

    public ServerCpu(ProcessHandle process) {
        this.process = process;
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            compilers = threads.filter(ServerCpu::isCompiler)
                    .map(thread -> thread.resolve("schedstat"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Duration get() {
        Duration all = process.info()
                .totalCpuDuration()
                .orElseThrow(
                        () -> new IllegalStateException("The server is gone, or the system does not tell its time"));
        return all.minusNanos(compilers.stream().mapToLong(ServerCpu::nanos).sum());
    }

    private static boolean isCompiler(Path thread) {
        return read(thread.resolve("comm")).matches("C[12] CompilerThre.*");
    }

    /** The system tells how long a thread ran, how long it waited and how often. */
    private static long nanos(Path schedstat) {
        String text = read(schedstat);
        return Long.parseLong(text.substring(0, text.indexOf(' ')));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
