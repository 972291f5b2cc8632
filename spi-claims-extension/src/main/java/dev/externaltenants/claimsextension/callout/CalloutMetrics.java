package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.metrics.ResultCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

/** Counts and times callouts; few tag values only, never a tenant or an extension. */
final class CalloutMetrics {

    private static final String CALLOUTS = "xt.callout";

    private final Map<AuthenticationEvent, OfEvent> byEvent = new EnumMap<>(AuthenticationEvent.class);

    private final Counter cached = Counter.builder(CALLOUTS)
            .tag("result", "cached")
            .tag(
                    "event",
                    EventNames.of(AuthenticationEvent.TOKEN_ISSUANCE_START).event())
            .register(Metrics.globalRegistry);

    CalloutMetrics() {
        for (AuthenticationEvent event : AuthenticationEvent.values()) {
            byEvent.put(event, OfEvent.of(EventNames.of(event).event()));
        }
    }

    /** Not timed, for no time was spent. An API that is left alone counts apart from connections that failed. */
    void observeUncalled(AuthenticationEvent event, CalloutError error) {
        byEvent.get(event).failures().count(error);
    }

    /** Apart from calls, and not timed either. */
    void observeCached() {
        cached.increment();
    }

    void observe(AuthenticationEvent event, CalloutResult<?> result, Duration taken) {
        OfEvent meters = byEvent.get(event);
        if (result instanceof CalloutResult.Failed<?> failed) {
            if (failed.ofTokenEndpoint()) {
                // Not timed either: it says nothing of how fast the API is, which was not called.
                meters.withoutToken().increment();
                return;
            }
            meters.failures().count(failed.error());
            meters.untilFailure().record(taken);
        } else {
            meters.successes().increment();
            meters.untilAnswer().record(taken);
        }
    }

    private record OfEvent(
            Counter successes,
            Counter withoutToken,
            ResultCounter<CalloutError> failures,
            Timer untilAnswer,
            Timer untilFailure) {

        static OfEvent of(String name) {
            String[] event = {"event", name};
            return new OfEvent(
                    counter("success", event),
                    counter("token_endpoint", event),
                    new ResultCounter<>(CALLOUTS, CalloutError.class, "result", CalloutMetrics::tagValue, event),
                    timer(name, "success"),
                    timer(name, "failed"));
        }

        private static Counter counter(String result, String... event) {
            return Counter.builder(CALLOUTS).tag("result", result).tags(event).register(Metrics.globalRegistry);
        }

        /** Up to the longest timeout that an extension may have, twice. */
        private static Timer timer(String event, String outcome) {
            return Timer.builder("xt.callout.seconds")
                    .tags("event", event, "outcome", outcome)
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
        }
    }

    private static String tagValue(CalloutError error) {
        return error == CalloutError.CIRCUIT_OPEN ? ResultCounter.lowerCase(error) : Integer.toString(error.code());
    }
}
