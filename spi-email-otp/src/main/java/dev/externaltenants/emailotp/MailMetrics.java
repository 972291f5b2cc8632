package dev.externaltenants.emailotp;

import java.time.Duration;
import java.util.function.Supplier;

import dev.externaltenants.userflow.metrics.ResultCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

/** Counts and times the mails with codes, and tells how many are held. */
final class MailMetrics implements AutoCloseable {

    private static final ResultCounter<Result> RESULTS =
            new ResultCounter<>("xt.otp.mail", Result.class, "result", ResultCounter::lowerCase);

    private static final Counter RETRIES = Metrics.counter("xt.otp.mail.retry");

    /** Of what a customer waits for: in the queue and at the mail server. */
    private static final Timer DURATION = Timer.builder("xt.otp.mail.seconds")
            .serviceLevelObjectives(
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofMillis(250),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30))
            .register(Metrics.globalRegistry);

    private final Gauge pending;

    /** @param held how many mails wait or are being sent */
    MailMetrics(Supplier<Number> held) {
        pending = Gauge.builder("xt.otp.mail.pending", held).register(Metrics.globalRegistry);
    }

    /** How a mail ends. */
    enum Result {
        SENT,
        FAILED,
        REJECTED,
        CIRCUIT_OPEN
    }

    static void countRetry() {
        RETRIES.increment();
    }

    static void count(Result result) {
        RESULTS.count(result);
    }

    /** @param acceptedAt by {@link System#nanoTime} */
    static void countSince(long acceptedAt, Result result) {
        DURATION.record(Duration.ofNanos(System.nanoTime() - acceptedAt));
        RESULTS.count(result);
    }

    /** Lets the gauge of another worker take the name. */
    @Override
    public void close() {
        Metrics.globalRegistry.remove(pending);
    }
}
