package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's server programs.
 *
 * @param asServiceUser whether they are run as the service's user because this one is root
 */
record PostgresPrograms(Path folder, boolean asServiceUser) {

    /** Debian keeps the server's programs off the search path, one folder per version. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    static PostgresPrograms find() {
        Path folder = Stream.concat(debian(), searchPath())
                .filter(candidate -> Files.isExecutable(candidate.resolve("initdb")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "This machine has no PostgreSQL server (initdb is not found). Install one, such as Debian's package postgresql."));
        return new PostgresPrograms(folder, System.getProperty("user.name").equals("root"));
    }

    /** Newest first. */
    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            List<Path> newestFirst = versions.sorted(
                            Comparator.comparingInt(PostgresPrograms::version).reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
            return newestFirst.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().replaceAll("\\D", "0"));
    }

    private static Stream<Path> searchPath() {
        return Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
    }
}
