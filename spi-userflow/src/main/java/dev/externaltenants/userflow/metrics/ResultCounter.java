package dev.externaltenants.userflow.metrics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts how one thing ends. All its counters are there from the start, because a rate misses the first of one that
 * appears, and because asking the registry at each request allocates.
 *
 * @param <R> the ways it can end; few, and never a tenant, an app or a customer
 */
public final class ResultCounter<R extends Enum<R>> {

    private final Map<R, Counter> counters;

    /**
     * @param name dotted, such as {@code xt.callout}
     * @param tag that tells the result
     * @param moreTags keys and values that all of them carry
     */
    public ResultCounter(
            String name, Class<R> results, String tag, Function<? super R, String> tagValue, String... moreTags) {
        counters = new EnumMap<>(results);
        for (R result : results.getEnumConstants()) {
            Counter counter = Counter.builder(name)
                    .tag(tag, tagValue.apply(result))
                    .tags(moreTags)
                    .register(Metrics.globalRegistry);
            counters.put(result, counter);
        }
    }

    public void count(R result) {
        counters.get(result).increment();
    }

    /** A tag value as Prometheus users write it, such as {@code cooling_down}. */
    public static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
