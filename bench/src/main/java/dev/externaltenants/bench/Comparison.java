package dev.externaltenants.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
            Pair pair = pair(true, length, new ArrayList<>());
            operations += Math.min(pair.ours().operations(), pair.other().operations());
        }
    }

    Result measure(int rounds, Duration length) {
        List<Pair> pairs = new ArrayList<>();
        List<Pair> pieces = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            pairs.add(pair(i % 2 == 0, length, pieces));
            progress.pair(scenario.name(), i + 1, rounds, pairs.get(i));
        }
        Counted ours = count(scenario.ours(), ourServer);
        Counted other = count(scenario.other(), otherServer);
        Path folder = ourServer.statementsFolder();
        ours.writeStatements(folder.resolve(scenario.name() + "-ours.txt"));
        other.writeStatements(folder.resolve(scenario.name() + "-beside.txt"));
        return Result.of(
                scenario.name(), scenario.title(), scenario.beside(), scenario.target(), pairs, pieces, ours, other);
    }

    /** Both sides in small pieces, each beginning in turn, so that what else the machine does meets both. */
    private Pair pair(boolean oursFirst, Duration length, List<Pair> pieces) {
        try (RunningSide ours = running(scenario.ours(), ourServer);
                RunningSide other = running(scenario.other(), otherServer)) {
            boolean oursNext = oursFirst;
            for (long left = length.toMillis();
                    left > 0;
                    left -= scenario.piece().toMillis()) {
                Round first = (oursNext ? ours : other).run(scenario.piece());
                Round second = (oursNext ? other : ours).run(scenario.piece());
                pieces.add(oursNext ? new Pair(first, second) : new Pair(second, first));
                oursNext = !oursNext;
            }
            return new Pair(ours.round(), other.round());
        }
    }

    Round ours(Duration length) {
        return round(scenario.ours(), ourServer, length);
    }

    Round other(Duration length) {
        return round(scenario.other(), otherServer, length);
    }

    private Round round(Scenario.Side side, BenchServer server, Duration length) {
        try (RunningSide running = running(side, server)) {
            running.run(length);
            return running.round();
        }
    }

    private RunningSide running(Scenario.Side side, BenchServer server) {
        return new RunningSide(side, scenario.threads(), server);
    }

    private static Counted count(Scenario.Side side, BenchServer server) {
        return Counted.of(side.operation(), COUNTED_OPERATIONS, server.port(), server.statements(), server.java());
    }
}
