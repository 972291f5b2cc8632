package dev.externaltenants.claimsextension.callout;

import java.time.Duration;

import io.micrometer.core.instrument.Metrics;

/** Counts and times callouts; few tag values only, never a tenant or an extension. */
final class CalloutMetrics {

    private static final String EVENT = "tokenIssuanceStart";

    private CalloutMetrics() {}

    static void observe(CalloutResult result, Duration duration) {
        String outcome = result instanceof CalloutResult.Failed failed
                ? Integer.toString(failed.error().code())
                : "success";
        Metrics.counter("xt_callout_total", "event", EVENT, "result", outcome).increment();
        Metrics.timer("xt_callout_seconds", "event", EVENT).record(duration);
    }
}
