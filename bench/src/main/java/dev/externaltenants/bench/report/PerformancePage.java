package dev.externaltenants.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document about performance: people wrote it but for what stands between two marks. */
public record PerformancePage(Path path) {

    static final String BEGIN = "<!-- written by script/bench -->";
    static final String END = "<!-- end -->";

    public void write(Results results, String keycloakVersion) {
        try {
            Files.writeString(path, filled(Files.readString(path), results, machine(keycloakVersion)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String filled(String page, Results results, String machine) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("docs/performance.md has lost the marks " + BEGIN + " and " + END);
        }
        StringBuilder written =
                new StringBuilder(BEGIN).append("\n").append(machine).append("\n\n");
        written.append(new ResultTable(results.rows()).markdown()).append("\n\n");
        if (results.growth() != null) {
            written.append(new GrowthTable(results.growth()).markdown()).append("\n\n");
        }
        return page.substring(0, begin) + written + page.substring(end);
    }

    private static String machine(String keycloakVersion) {
        return "Last run on " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature() + ", Keycloak " + keycloakVersion
                + " and PostgreSQL on the same machine as the load.";
    }
}
