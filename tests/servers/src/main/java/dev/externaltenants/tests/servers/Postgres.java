package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;

/** A PostgreSQL of the machine's own programs, with a folder that is gone after it. */
public final class Postgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostgresTools tools;
    private final LeftoverProcess leftover;
    private final Path noteOfFolder;
    private Process process;

    private Postgres(PostgresTools tools, LeftoverProcess leftover, Path noteOfFolder) {
        this.tools = tools;
        this.leftover = leftover;
        this.noteOfFolder = noteOfFolder;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param notes a folder to remember it in, so that the next run removes one that this run could not
     * @throws IllegalStateException if the machine has no PostgreSQL, or it does not come up
     */
    public static Postgres start(Path notes) {
        LeftoverProcess leftover = new LeftoverProcess(notes.resolve("postgres.pid"));
        Path noteOfFolder = notes.resolve("postgres.folder");
        leftover.stop();
        try {
            Files.createDirectories(notes);
            forget(noteOfFolder);
            PostgresPrograms programs = PostgresPrograms.find();
            // Not in a checkout, whose parents may be closed to the service's user.
            Path folder = Files.createTempDirectory("xt-postgres-");
            Files.writeString(noteOfFolder, folder.toString());
            PostgresTools tools = new PostgresTools(
                    programs,
                    folder,
                    notes.resolve("postgres.log"),
                    Ports.freePort(),
                    UUID.randomUUID().toString());
            Postgres postgres = new Postgres(tools, leftover, noteOfFolder);
            postgres.begin();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database. */
    public Database create(String name) {
        tools.connect("createdb", name);
        return database(name);
    }

    /** Writes what the database holds into a file, also while a server uses it. */
    public void dump(String name, Path file) {
        Path dump = dumpOf(name);
        tools.connect("pg_dump", "--format=custom", "--file=" + dump, name);
        try {
            Files.move(dump, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a database that holds what was dumped. */
    public Database restore(String name, Path file) {
        Path dump = dumpOf(name);
        try {
            Files.copy(file, dump);
            Database database = create(name);
            tools.connect("pg_restore", "--dbname=" + name, dump.toString());
            Files.delete(dump);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database(String name) {
        return Database.postgres(
                "jdbc:postgresql://127.0.0.1:" + tools.port() + "/" + name, PostgresTools.OWNER, tools.password());
    }

    /** Runs SQL of the server's administrator. */
    public void execute(String sql) {
        execute("postgres", sql);
    }

    /** Runs SQL in one of its databases. */
    public void execute(String database, String sql) {
        tools.connect("psql", "--dbname=" + database, "--quiet", "--command=" + sql);
    }

    public Path log() {
        return tools.log();
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                tools.run("pg_ctl", "stop", "--pgdata=" + tools.data(), "--mode=fast", "--wait");
            }
            leftover.forget();
            forget(noteOfFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        tools.layOut();
        process = tools.serve();
        leftover.remember(process);
        try {
            Waits.until("PostgreSQL on port " + tools.port() + ", see " + log(), PATIENCE, this::answers);
        } catch (AssertionError | IllegalStateException e) {
            close();
            throw e;
        }
        Distribution.say("PostgreSQL is ready on port " + tools.port());
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL did not start, see " + log());
        }
        return tools.answers();
    }

    private Path dumpOf(String name) {
        return tools.folder().resolve(name + ".dump");
    }

    private static void forget(Path noteOfFolder) throws IOException {
        if (Files.exists(noteOfFolder)) {
            Folders.delete(Path.of(Files.readString(noteOfFolder)));
            Files.delete(noteOfFolder);
        }
    }
}
