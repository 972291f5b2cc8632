package dev.externaltenants.claimsextension.callout;

import java.time.Duration;

import dev.externaltenants.userflow.metrics.ResultCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

/** Counts and times callouts; few tag values only, never a tenant or an extension. */
final class CalloutMetrics {

    private static final String CALLOUTS = "xt.callout";
    private static final String[] EVENT = {"event", "tokenIssuanceStart"};

    private final Counter successes =
            Counter.builder(CALLOUTS).tag("result", "success").tags(EVENT).register(Metrics.globalRegistry);
    private final ResultCounter<CalloutError> failures =
            new ResultCounter<>(CALLOUTS, CalloutError.class, "result", CalloutMetrics::tagValue, EVENT);

    /** Up to the longest timeout that an extension may have, twice. */
    private final Timer duration = Timer.builder("xt.callout.seconds")
            .tags(EVENT)
            .serviceLevelObjectives(
                    Duration.ofMillis(10),
                    Duration.ofMillis(25),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofMillis(250),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4))
            .register(Metrics.globalRegistry);

    /** Counted apart from connections that failed, and not timed, for no time was spent. */
    void observeLeftAlone() {
        failures.count(CalloutError.CIRCUIT_OPEN);
    }

    void observe(CalloutResult result, Duration taken) {
        if (result instanceof CalloutResult.Failed failed) {
            failures.count(failed.error());
        } else {
            successes.increment();
        }
        duration.record(taken);
    }

    private static String tagValue(CalloutError error) {
        return error == CalloutError.CIRCUIT_OPEN ? ResultCounter.lowerCase(error) : Integer.toString(error.code());
    }
}
