package dev.externaltenants.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.externaltenants.bench.load.Load;
import dev.externaltenants.bench.measure.Counted;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.report.Result;
import dev.externaltenants.bench.stats.Pair;
import dev.externaltenants.bench.stats.Round;

/** Measures a scenario: rounds of both sides in turn, then what one operation does. */
final class Comparison {

    private static final int COUNTED_OPERATIONS = 50;

    private final Scenario scenario;
    private final BenchServer ourServer;
    private final BenchServer otherServer;
    private final Progress progress;

    /** Compares two sides of one server. */
    Comparison(Scenario scenario, BenchServer server, Progress progress) {
        this(scenario, server, server, progress);
    }

    Comparison(Scenario scenario, BenchServer ourServer, BenchServer otherServer, Progress progress) {
        this.scenario = scenario;
        this.ourServer = ourServer;
        this.otherServer = otherServer;
        this.progress = progress;
    }

    /** Warms both sides up until each has done its operations, on a busy machine no longer than that. */
    void warmUp(WarmUp warmUp, Duration length) {
        progress.say(scenario.name() + ": warm-up");
        int operations = 0;
        for (int i = 0; i < warmUp.rounds() && operations < warmUp.operations(); i++) {
            operations += Math.min(ours(length).operations(), other(length).operations());
        }
    }

    Result measure(int rounds, Duration length) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            pairs.add(pair(i % 2 == 0, length));
            progress.pair(scenario.name(), i + 1, rounds, pairs.get(i));
        }
        Counted ours = count(scenario.ours(), ourServer);
        Counted other = count(scenario.other(), otherServer);
        Path folder = ourServer.statementsFolder();
        ours.writeStatements(folder.resolve(scenario.name() + "-ours.txt"));
        other.writeStatements(folder.resolve(scenario.name() + "-beside.txt"));
        return Result.of(scenario.name(), scenario.title(), scenario.beside(), scenario.target(), pairs, ours, other);
    }

    /** The side that begins changes, so that neither always comes after the other. */
    private Pair pair(boolean oursFirst, Duration length) {
        if (oursFirst) {
            Round ours = ours(length);
            return new Pair(ours, other(length));
        }
        Round other = other(length);
        return new Pair(ours(length), other);
    }

    Round ours(Duration length) {
        return round(scenario.ours(), ourServer, length);
    }

    Round other(Duration length) {
        return round(scenario.other(), otherServer, length);
    }

    private Round round(Scenario.Side side, BenchServer server, Duration length) {
        CompletableFuture<Void> meanwhile = side.meanwhile() == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> new Load(server.port(), 1, Scenario.PACE_OF_MEANWHILE)
                        .run(side.meanwhile(), length, server.cpu()));
        Load.Measured measured =
                new Load(server.port(), scenario.threads(), side.pause()).run(side.operation(), length, server.cpu());
        meanwhile.join();
        return Round.of(measured.latencies(), measured.cpu());
    }

    private static Counted count(Scenario.Side side, BenchServer server) {
        return Counted.of(side.operation(), COUNTED_OPERATIONS, server.port(), server.statements(), server.java());
    }
}
