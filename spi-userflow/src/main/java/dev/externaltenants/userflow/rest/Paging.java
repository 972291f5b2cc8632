package dev.externaltenants.userflow.rest;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;

/** Standard pagination of our collections: {@code first}, {@code max} and a case-insensitive {@code search}. */
public final class Paging {

    private static final int DEFAULT_MAX = 100;

    private Paging() {}

    /** @throws TenantException {@code xt_invalid_value} for a negative number */
    public static <T> Stream<T> page(
            Stream<T> all, Integer first, Integer max, String search, Function<T, String> searched) {
        int from = first(first);
        int count = max(max);
        String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
        return all.filter(item -> searched.apply(item).toLowerCase(Locale.ROOT).contains(wanted))
                .skip(from)
                .limit(count);
    }

    /** @throws TenantException {@code xt_invalid_value} for a negative number */
    public static int first(Integer first) {
        return notNegative(first, "first", 0);
    }

    /** @throws TenantException {@code xt_invalid_value} for a negative number */
    public static int max(Integer max) {
        return notNegative(max, "max", DEFAULT_MAX);
    }

    private static int notNegative(Integer value, String field, int fallback) {
        if (value != null && value < 0) {
            throw TenantException.invalid("xt_invalid_value", field, "A whole number from 0 on.");
        }
        return value == null ? fallback : value;
    }
}
