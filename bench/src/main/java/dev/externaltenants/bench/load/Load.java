package dev.externaltenants.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.externaltenants.bench.stats.Latencies;

/** A closed loop: each thread begins anew when it is done. Threads and connections stay until it is closed. */
public final class Load implements AutoCloseable {

    private final Duration pause;
    private final ExecutorService workers;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Runnable> journeys = new ArrayList<>();

    /** @param pause that each thread makes after each repetition, at most to the end of the run */
    public Load(Operation operation, int port, int threads, Duration pause) {
        this.pause = pause;
        workers = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            Connection connection = new Connection(port);
            connections.add(connection);
            journeys.add(operation.on(connection));
        }
    }

    /** Returns how long each repetition within the time took; one that has begun is ended. */
    public Latencies run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<Latencies>> loops = new ArrayList<>();
        journeys.forEach(journey -> loops.add(() -> repeat(journey, end)));
        Latencies all = new Latencies();
        try {
            for (Future<Latencies> loop : workers.invokeAll(loops)) {
                all.addAll(loop.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Latencies repeat(Runnable journey, long end) throws InterruptedException {
        Latencies latencies = new Latencies();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            journey.run();
            latencies.add(System.nanoTime() - began);
            if (!pause.isZero()) {
                Thread.sleep(Math.max(
                        0, Math.min(pause.toMillis(), TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()))));
            }
        }
        return latencies;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        connections.forEach(Connection::close);
    }
}
