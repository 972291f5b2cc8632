package dev.externaltenants.claimsextension.callout;

import java.util.concurrent.TimeUnit;

/** When a try is over, however many exchanges it needs. */
record Deadline(long nanoTime) {

    static Deadline in(int milliseconds) {
        return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    /** Returns at least 1: to HTTP clients 0 is without end. */
    int leftMilliseconds() {
        long left = nanoTime - System.nanoTime();
        return (int) Math.max(1, (left + 999_999) / 1_000_000);
    }
}
