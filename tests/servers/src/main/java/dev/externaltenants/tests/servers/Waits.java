package dev.externaltenants.tests.servers;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting on a condition, never for a time. */
public final class Waits {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private Waits() {}

    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s in vain for " + what);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
