package dev.externaltenants.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.externaltenants.bench.load.Load;
import dev.externaltenants.bench.stats.Latencies;
import dev.externaltenants.bench.stats.Round;

/** One side's round while it runs, in as many pieces as the other side's needs between them. */
final class RunningSide implements AutoCloseable {

    private final BenchServer server;
    private final Load load;
    private final Load meanwhile;
    private final Latencies latencies = new Latencies();
    private Duration cpu = Duration.ZERO;

    RunningSide(Scenario.Side side, int threads, BenchServer server) {
        this.server = server;
        load = new Load(side.operation(), server.port(), threads, side.pause());
        meanwhile = side.meanwhile() == null
                ? null
                : new Load(
                        side.meanwhile().operation(),
                        server.port(),
                        side.meanwhile().threads(),
                        side.meanwhile().pause());
    }

    Round run(Duration time) {
        CompletableFuture<?> beside = meanwhile == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(() -> meanwhile.run(time));
        Duration before = server.cpu().get();
        Latencies piece = load.run(time);
        Duration pieceCpu = server.cpu().get().minus(before);
        beside.join();
        latencies.addAll(piece);
        cpu = cpu.plus(pieceCpu);
        return Round.of(piece, pieceCpu);
    }

    /** Returns all pieces as one. */
    Round round() {
        return Round.of(latencies, cpu);
    }

    @Override
    public void close() {
        load.close();
        if (meanwhile != null) {
            meanwhile.close();
        }
    }
}
