package dev.externaltenants.userflow.signin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Has refused passwords answered after the same time, whatever was to be read of an account to compare them: a little more
 * than refusals of the tenant take of late. Who measures answers would else learn which addresses have an account.
 *
 * <p>How long that is, is estimated as TCP estimates when to send again, by mean and deviation: V. Jacobson, Congestion
 * Avoidance and Control, 1988.
 */
final class RefusalPace {

    /** A refusal is never held back for longer: a burst of slow ones must not slow down all. */
    static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int MEAN_WEIGHT = 8;
    private static final int DEVIATION_WEIGHT = 4;
    private static final int DEVIATIONS = 4;

    private final LongSupplier clock;
    private final LongConsumer sleep;
    private long mean;
    private long deviation;

    RefusalPace() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * @param clock nanoseconds
     * @param sleep for so many nanoseconds, or less
     */
    RefusalPace(LongSupplier clock, LongConsumer sleep) {
        this.clock = clock;
        this.sleep = sleep;
    }

    /**
     * Returns when the refusal is due.
     *
     * @param begun when the password was typed, by {@link System#nanoTime}
     */
    void hold(long begun) {
        long now = clock.getAsLong();
        long due = Math.min(begun + typical(now - begun), now + LONGEST_WAIT);
        while (now < due && !Thread.currentThread().isInterrupted()) {
            sleep.accept(due - now);
            now = clock.getAsLong();
        }
    }

    private synchronized long typical(long taken) {
        if (mean == 0) {
            mean = taken;
            deviation = taken / 2;
        }
        // One that waited for a lock says nothing of the others; several such are believed step by step.
        long sample = Math.min(taken, 2 * mean);
        long typical = mean + DEVIATIONS * deviation;
        deviation += (Math.abs(sample - mean) - deviation) / DEVIATION_WEIGHT;
        mean += (sample - mean) / MEAN_WEIGHT;
        return typical;
    }
}
