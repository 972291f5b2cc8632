package dev.externaltenants.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.report.Result;

/** Runs the scenarios that one server with one stage is enough for. */
final class Rows {

    private final Options options;
    private final Workshop workshop;

    Rows(Options options, Workshop workshop) {
        this.options = options;
        this.workshop = workshop;
    }

    List<Result> measure() {
        List<Result> results = new ArrayList<>();
        List<String> names =
                options.scenarios().stream().filter(Catalogue.names()::contains).toList();
        try (BenchServer server = workshop.start(workshop.postgres().create("bench"));
                Stage stage = new Stage(server)) {
            List<Scenario> scenarios = names.stream()
                    .flatMap(name -> Catalogue.scenarios(name, stage).stream())
                    .toList();
            Progress progress = new Progress(scenarios.size() * options.rounds());
            Duration length = Duration.ofSeconds(options.seconds());
            for (Scenario scenario : scenarios) {
                Comparison comparison = new Comparison(scenario, server, progress);
                comparison.warmUp(results.isEmpty() ? WarmUp.OF_A_SERVER : WarmUp.OF_A_SCENARIO, length);
                results.add(comparison.measure(options.rounds(), length));
            }
        }
        return results;
    }
}
