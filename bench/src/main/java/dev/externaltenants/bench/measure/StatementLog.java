package dev.externaltenants.bench.measure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.externaltenants.tests.servers.Postgres;

/**
 * The SQL statements that PostgreSQL itself says it ran. It writes them down only while asked to, so timed rounds pay
 * nothing for it.
 */
public record StatementLog(Postgres postgres) {

    private static final Pattern STATEMENT = Pattern.compile(
            "LOG:  (?:execute [^:]+|statement): (?i)(?!begin|commit|rollback|set |show |alter system|select pg_reload)(.*)");

    /** Runs the work and returns the statements that came meanwhile, without those that only frame a transaction. */
    public List<String> during(Runnable work) {
        String log;
        logAll("all");
        try {
            long before = postgres.log().toFile().length();
            work.run();
            log = writtenSince(before);
        } finally {
            logAll("none");
        }
        return statements(log);
    }

    static List<String> statements(String log) {
        return log.lines()
                .map(STATEMENT::matcher)
                .filter(Matcher::find)
                .map(statement -> statement.group(1))
                .toList();
    }

    private void logAll(String which) {
        postgres.execute("alter system set log_statement = '" + which + "'");
        postgres.execute("select pg_reload_conf()");
    }

    private String writtenSince(long position) {
        try (RandomAccessFile file = new RandomAccessFile(postgres.log().toFile(), "r")) {
            byte[] written = new byte[Math.toIntExact(file.length() - position)];
            file.seek(position);
            file.readFully(written);
            return new String(written, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
