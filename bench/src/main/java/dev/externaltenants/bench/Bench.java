package dev.externaltenants.bench;

import java.nio.file.Path;
import java.util.List;

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
            boolean failed = results.anyMissed() || !worse.isEmpty();
            return options.check() && failed ? MISSED : 0;
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
