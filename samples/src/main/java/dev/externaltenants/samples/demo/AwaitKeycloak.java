package dev.externaltenants.samples.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until Keycloak says that it is ready, or its process is gone. */
public final class AwaitKeycloak {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private AwaitKeycloak() {}

    /** @param args the base port and the process id of Keycloak */
    public static void main(String[] args) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(DemoPlaces.of(args).healthUrl())
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        long pid = Long.parseLong(args[1]);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, health)) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                fail("Keycloak ended before it was ready.");
            }
            if (System.nanoTime() > deadline) {
                fail("Keycloak was not ready within " + PATIENCE.toMinutes() + " minutes.");
            }
            Thread.sleep(1_000);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYetListening) {
            return false;
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
