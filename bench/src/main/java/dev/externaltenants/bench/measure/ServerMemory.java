package dev.externaltenants.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the server takes, in megabytes.
 *
 * @param residentMegabytes of the machine's memory
 * @param heapMegabytes in use after a full collection
 */
public record ServerMemory(long residentMegabytes, long heapMegabytes) {

    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final long KIBIBYTE = 1024;

    public static ServerMemory of(ProcessHandle server) {
        try (ServerJvm jvm = ServerJvm.of(server)) {
            long heap = jvm.heapInUse();
            return new ServerMemory(resident(server) / BYTES_PER_MEGABYTE, heap / BYTES_PER_MEGABYTE);
        }
    }

    private static long resident(ProcessHandle server) {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    * KIBIBYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
