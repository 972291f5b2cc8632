package dev.externaltenants.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.externaltenants.bench.enumeration.Enumeration;
import dev.externaltenants.bench.enumeration.EnumerationTable;
import dev.externaltenants.bench.report.PerformancePage;
import dev.externaltenants.bench.report.ResultFile;
import dev.externaltenants.bench.report.Results;

/** Runs scenarios and tells what came out. Started by {@code script/bench}, in the project's folder. */
public final class Bench {

    private static final int MISSED = 1;
    private static final int MISUSED = 2;
    private static final int FAILED = 3;

    private Bench() {}

    public static void main(String... arguments) {
        try {
            System.exit(run(Options.parse(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println("script/bench: " + e.getMessage());
            System.exit(MISUSED);
        } catch (RuntimeException | AssertionError e) {
            System.err.println("script/bench: " + e);
            System.exit(FAILED);
        }
    }

    private static int run(Options options) {
        try (Workshop workshop = Workshop.open()) {
            if (options.profile() != null) {
                new Profile(options, workshop).print();
                return 0;
            }
            boolean told = options.scenarios().contains(Options.ENUMERATION) && enumerated(options, workshop);
            if (options.scenarios().equals(Set.of(Options.ENUMERATION))) {
                return options.check() && told ? MISSED : 0;
            }
            Results results = measure(options, workshop);
            System.out.println();
            System.out.println(results.plain());
            ResultFile file = new ResultFile(Path.of("bench/results.json"));
            List<String> worse = results.worseThan(file.read());
            worse.forEach(System.out::println);
            if (options.isWhole()) {
                Results all = file.merge(results, List.copyOf(Options.all()));
                new PerformancePage(Path.of("docs/performance.md")).write(all, Workshop.keycloakVersion());
            } else {
                System.out.println("Not kept: fewer rounds, seconds or tenants than a whole run has.");
            }
            boolean failed = told || results.anyMissed() || !worse.isEmpty();
            return options.check() && failed ? MISSED : 0;
        }
    }

    /** Returns whether answer times tell which addresses have an account. */
    private static boolean enumerated(Options options, Workshop workshop) {
        try (BenchServer server = workshop.start(workshop.postgres().create("enumeration"))) {
            EnumerationTable table = new Enumeration(server.admin(), server.port(), options.samples()).measure();
            System.out.println();
            System.out.println(table.markdown());
            if (options.isWholeEnumeration()) {
                table.write(Path.of("docs/security/otp.md"));
            } else {
                System.out.println("Not kept: fewer samples than a whole run has.");
            }
            return table.tells();
        }
    }

    private static Results measure(Options options, Workshop workshop) {
        Results results = Results.none();
        if (options.scenarios().stream().anyMatch(Catalogue.names()::contains)) {
            results = results.with(new Rows(options, workshop).measure());
        }
        return options.scenarios().contains(Options.TENANTS)
                ? new Tenants(options, workshop).measure(results)
                : results;
    }
}
