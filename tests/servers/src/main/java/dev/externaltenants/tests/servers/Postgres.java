package dev.externaltenants.tests.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of the machine's own programs, with a folder that is gone after it. */
public final class Postgres implements AutoCloseable {

    /** PostgreSQL refuses root; Debian's package makes this user. */
    private static final String SERVICE_USER = "postgres";

    private static final String OWNER = "kc";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostgresPrograms programs;
    private final Path folder;
    private final LeftoverProcess leftover;
    private final int port = Ports.freePort();
    private Process process;

    private Postgres(PostgresPrograms programs, Path folder, LeftoverProcess leftover) {
        this.programs = programs;
        this.folder = folder;
        this.leftover = leftover;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param notes a folder to remember the process in, so that the next run stops one that this run could not
     * @throws IllegalStateException if the machine has no PostgreSQL, or it does not come up
     */
    public static Postgres start(Path notes) {
        LeftoverProcess leftover = new LeftoverProcess(notes.resolve("postgres.pid"));
        leftover.stop();
        try {
            Files.createDirectories(notes);
            // Not in a checkout, whose parents may be closed to the service's user.
            Path folder = Files.createTempDirectory("xt-postgres-");
            Postgres postgres = new Postgres(PostgresPrograms.find(), folder, leftover);
            postgres.begin();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database. */
    public Database create(String name) {
        run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, name);
        return database(name);
    }

    /** Creates a database that holds what another holds, which nobody may be connected to. */
    public Database copy(String name, String original) {
        run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, "-T", original, name);
        return database(name);
    }

    /** Writes what the database holds into a file, also while a server uses it. */
    public void dump(String name, Path file) {
        // The service's user may write here alone.
        Path dump = folder.resolve(name + ".dump");
        run("pg_dump", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, "-Fc", "-f", dump.toString(), name);
        try {
            Files.move(dump, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a database that holds what was dumped. */
    public Database restore(String name, Path file) {
        Path dump = folder.resolve(name + ".dump");
        try {
            Files.copy(file, dump);
            Database database = create(name);
            run("pg_restore", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, "-d", name, dump.toString());
            Files.delete(dump);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database(String name) {
        return Database.postgres("jdbc:postgresql://127.0.0.1:" + port + "/" + name, OWNER, "");
    }

    /** Runs SQL of the server's administrator. */
    public void execute(String sql) {
        run("psql", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, "-d", "postgres", "-q", "-c", sql);
    }

    public Path log() {
        return leftover.file().resolveSibling("postgres.log");
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        leftover.forget();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        if (programs.asServiceUser()) {
            UserPrincipal service =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(SERVICE_USER);
            Files.setOwner(folder, service);
        }
        run("initdb", "-D", data(), "-U", OWNER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        process = builder(
                        "postgres",
                        "-D",
                        data(),
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
        leftover.remember(process);
        Waits.until("PostgreSQL on port " + port + ", see " + log(), PATIENCE, this::answers);
        Distribution.say("PostgreSQL is ready on port " + port);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL did not start, see " + log());
        }
        return exitOf("pg_isready", "-q", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", OWNER, "-d", "postgres")
                == 0;
    }

    private void run(String program, String... arguments) {
        if (exitOf(program, arguments) != 0) {
            throw new IllegalStateException(program + " " + Arrays.toString(arguments) + " failed, see " + log());
        }
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
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
