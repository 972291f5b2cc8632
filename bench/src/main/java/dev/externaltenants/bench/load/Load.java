package dev.externaltenants.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import dev.externaltenants.bench.stats.Latencies;

/**
 * A closed loop: each thread begins anew when it is done.
 *
 * @param pause that each thread makes after each repetition, for a side that must keep pace with a slower one
 */
public record Load(int port, int threads, Duration pause) {

    /** How long the repetitions took, and what a meter that was read before the first and after the last says. */
    public record Measured(Latencies latencies, Duration cpu) {}

    public Measured run(Operation operation, Duration time, Supplier<Duration> cpu) {
        List<Connection> connections = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Runnable> journeys = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Connection connection = new Connection(port);
                connections.add(connection);
                journeys.add(operation.on(connection));
            }
            Duration before = cpu.get();
            long end = System.nanoTime() + time.toNanos();
            List<Callable<Latencies>> loops = new ArrayList<>();
            journeys.forEach(journey -> loops.add(() -> repeat(journey, end)));
            Latencies all = new Latencies();
            for (Future<Latencies> loop : workers.invokeAll(loops)) {
                all.addAll(loop.get());
            }
            return new Measured(all, cpu.get().minus(before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
            connections.forEach(Connection::close);
        }
    }

    private Latencies repeat(Runnable journey, long end) throws InterruptedException {
        Latencies latencies = new Latencies();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            journey.run();
            latencies.add(System.nanoTime() - began);
            if (!pause.isZero()) {
                Thread.sleep(pause.toMillis());
            }
        }
        return latencies;
    }
}
