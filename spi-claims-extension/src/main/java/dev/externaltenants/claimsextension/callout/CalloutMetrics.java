package dev.externaltenants.claimsextension.callout;

import java.time.Duration;

import io.micrometer.core.instrument.Metrics;

/** Counts and times callouts; few tag values only, never a tenant or an extension. */
final class CalloutMetrics {

    private static final String EVENT = "tokenIssuanceStart";

    private CalloutMetrics() {}

    /** Counted apart from connections that failed, and not timed, for no time was spent. */
    static void observeLeftAlone() {
        count("circuit_open");
    }

    static void observe(CalloutResult result, Duration duration) {
        String outcome = result instanceof CalloutResult.Failed failed
                ? Integer.toString(failed.error().code())
                : "success";
        count(outcome);
        Metrics.timer("xt_callout_seconds", "event", EVENT).record(duration);
    }

    private static void count(String outcome) {
        Metrics.counter("xt_callout_total", "event", EVENT, "result", outcome).increment();
    }
}
