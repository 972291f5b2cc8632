package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The readiness probe. The HTTP port listens long before the database is migrated, so it says nothing. */
public final class Health {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Health() {}

    /** @throws IllegalStateException when it is not ready in time or no longer alive */
    public static void awaitReady(int managementPort, Duration patience, BooleanSupplier alive) {
        URI probe = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready(probe)) {
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException("the process ended");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + patience);
            }
            pause();
        }
    }

    private static boolean ready(URI probe) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The server logs each probe that it answers with DOWN, so not more often than this. */
    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
