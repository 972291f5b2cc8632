package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Tenant;

/** The nine built-in attributes and 21 of the tenant's own, of all data types, each with a value that a customer may have. */
final class ThirtyAttributes {

    private static final List<String> CUSTOM =
            IntStream.rangeClosed(1, 21).mapToObj(i -> "kept%02d".formatted(i)).toList();

    /** By data type; the order is that of the custom attributes, over and over. */
    private static final Map<String, List<String>> VALUES = new TreeMap<>(Map.of(
            "BOOLEAN", List.of("true"),
            "DATE", List.of("2001-02-03"),
            "DATE_TIME", List.of("2001-02-03T04:05:06Z"),
            "INT", List.of("-42"),
            "STRING", List.of("a, b & <c> \u00fc \u6f22 \ud83d\ude00"),
            "STRING_COLLECTION", List.of("blue", "red", "red, and more")));

    private static final List<String> TYPES = List.copyOf(VALUES.keySet());

    private ThirtyAttributes() {}

    static void define(Tenant tenant) {
        for (int i = 0; i < CUSTOM.size(); i++) {
            tenant.attribute(CUSTOM.get(i), TYPES.get(i % TYPES.size()));
        }
    }

    /** Returns the values of a customer as Keycloak's REST writes them, less first and last name. */
    static Map<String, List<String>> values() {
        Map<String, List<String>> values = new TreeMap<>(Map.of(
                "displayName", List.of("Kim A."),
                "country", List.of("NO"),
                "locality", List.of("Oslo"),
                "region", List.of("Oslo"),
                "street", List.of("Storgata 1"),
                "postal_code", List.of("0155"),
                "jobTitle", List.of("Engineer")));
        for (int i = 0; i < CUSTOM.size(); i++) {
            values.put(CUSTOM.get(i), VALUES.get(TYPES.get(i % TYPES.size())));
        }
        return values;
    }

    /** Returns what a user of Keycloak's REST has of them, and the name; the values of one in a stable order. */
    static Map<String, List<String>> of(JsonNode user) {
        Map<String, List<String>> found = new TreeMap<>();
        values().keySet()
                .forEach(name -> found.put(name, sorted(user.path("attributes").path(name))));
        found.put("firstName", List.of(user.path("firstName").asText()));
        found.put("lastName", List.of(user.path("lastName").asText()));
        return found;
    }

    /** Returns what {@link #of} finds where nothing was lost. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> all = values();
        all.put("firstName", List.of("Kim"));
        all.put("lastName", List.of("Akers"));
        return all;
    }

    private static List<String> sorted(JsonNode values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(value.asText()));
        return new ArrayList<>(sorted);
    }
}
