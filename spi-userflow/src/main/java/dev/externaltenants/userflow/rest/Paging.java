package dev.externaltenants.userflow.rest;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;

/** Standard pagination of our collections: {@code first}, {@code max} and a case-insensitive {@code search}. */
public final class Paging {

    private static final int DEFAULT_MAX = 100;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private Paging() {}

    /**
     * Takes the numbers as they were sent: JAX-RS would answer 404 to what is none.
     *
     * @throws TenantException {@code xt_invalid_value} for what is no whole number, or a negative one
     */
    public static <T> Stream<T> page(
            Stream<T> all, String first, String max, String search, Function<T, String> searched) {
        int from = first(first);
        int count = max(max);
        String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
        return all.filter(item -> searched.apply(item).toLowerCase(Locale.ROOT).contains(wanted))
                .skip(from)
                .limit(count);
    }

    /** @throws TenantException {@code xt_invalid_value} for what is no whole number, or a negative one */
    public static int first(String first) {
        return notNegative(first, "first", 0);
    }

    /** @throws TenantException {@code xt_invalid_value} for what is no whole number, or a negative one */
    public static int max(String max) {
        return notNegative(max, "max", DEFAULT_MAX);
    }

    private static int notNegative(String value, String field, int fallback) {
        if (value == null || value.isEmpty()) {
            return fallback;
        }
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            throw TenantException.invalid("xt_invalid_value", field, "A whole number from 0 to 999999999.");
        }
        return Integer.parseInt(value);
    }
}
