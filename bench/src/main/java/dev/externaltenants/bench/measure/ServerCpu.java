package dev.externaltenants.bench.measure;

import java.time.Duration;
import java.util.function.Supplier;

/** The processor time that the server's process has taken since it began, by the operating system's own accounting. */
public record ServerCpu(ProcessHandle process) implements Supplier<Duration> {

    @Override
    public Duration get() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(
                        () -> new IllegalStateException("The server is gone, or the system does not tell its time"));
    }
}
