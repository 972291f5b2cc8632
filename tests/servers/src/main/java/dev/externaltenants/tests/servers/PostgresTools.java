package dev.externaltenants.tests.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, run for one server as a user who is not root.
 *
 * @param folder of the server, which alone that user may write to
 */
record PostgresTools(PostgresPrograms programs, Path folder, Path log, int port, String password) {

    static final String OWNER = "kc";

    /** PostgreSQL refuses root; Debian's package makes this user. */
    private static final String SERVICE_USER = "postgres";

    Path data() {
        return folder.resolve("data");
    }

    /** Lays out an empty server, which only its owner may use. */
    void layOut() throws IOException {
        Path passwordFile = folder.resolve("password");
        Files.writeString(passwordFile, password);
        if (programs.asServiceUser()) {
            for (Path path : List.of(folder, passwordFile)) {
                Files.setOwner(
                        path,
                        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(SERVICE_USER));
            }
        }
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + OWNER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        Files.delete(passwordFile);
    }

    /** Starts the server; its end is the process's. */
    Process serve() throws IOException {
        return builder(
                        "postgres",
                        "-D",
                        data().toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=300",
                        // Nothing here outlives the machine.
                        "-c",
                        "fsync=off")
                .start();
    }

    /** Runs a program that connects to the server. */
    void connect(String program, String... arguments) {
        run(program, connecting(arguments));
    }

    boolean answers() {
        return exitOf("pg_isready", connecting("--quiet", "--dbname=postgres")) == 0;
    }

    void run(String program, String... arguments) {
        if (exitOf(program, arguments) != 0) {
            throw new IllegalStateException(program + " " + Arrays.toString(arguments) + " failed, see " + log);
        }
    }

    private String[] connecting(String... arguments) {
        return Stream.concat(
                        Stream.of("--host=127.0.0.1", "--port=" + port, "--username=" + OWNER),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    private int exitOf(String program, String... arguments) {
        try {
            return builder(program, arguments).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        if (programs.asServiceUser()) {
            line.addAll(List.of("runuser", "-u", SERVICE_USER, "--"));
        }
        line.add(programs.folder().resolve(program).toString());
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PGPASSWORD", password);
        return builder;
    }
}
