package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Remembers the server's process, so that a run that was killed does not leave one that locks the database. */
record LeftoverProcess(Path file) {

    void remember(Process process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process.toHandle()));
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier run left behind, only if it is that very process and not a later one with its number. */
    void stop() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String remembered = Files.readString(file);
            ProcessHandle.of(Long.parseLong(remembered.split(" ", 2)[0]))
                    .filter(handle -> remembered.equals(handle.pid() + " " + startOf(handle)))
                    .ifPresent(LeftoverProcess::destroyAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
    }

    private static void destroyAll(ProcessHandle handle) {
        Stream.concat(handle.descendants().toList().stream(), Stream.of(handle)).forEach(process -> {
            process.destroyForcibly();
            process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        });
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("");
    }
}
