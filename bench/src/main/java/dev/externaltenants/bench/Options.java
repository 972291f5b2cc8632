package dev.externaltenants.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line says; {@code script/bench --help} explains it.
 *
 * @param seconds of one side's round
 * @param tenants how many there are at most
 * @param samples of each row of the enumeration
 * @param profile the scenario to profile instead, or null
 */
record Options(
        Set<String> scenarios,
        int rounds,
        int seconds,
        int tenants,
        int samples,
        boolean fresh,
        boolean check,
        String profile) {

    static final String TENANTS = "tenants";
    static final String ENUMERATION = "enumeration";

    private static final int ROUNDS = 6;
    private static final int SECONDS = 6;
    private static final int ALL_TENANTS = 1000;
    private static final int SAMPLES = 300;

    static Options parse(String... arguments) {
        Set<String> scenarios = new LinkedHashSet<>();
        int rounds = ROUNDS;
        int seconds = SECONDS;
        int tenants = ALL_TENANTS;
        int samples = SAMPLES;
        boolean fresh = false;
        boolean check = false;
        String profile = null;
        List<String> rest = new ArrayList<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String argument = rest.remove(0);
            switch (argument) {
                case "--rounds" -> rounds = number(argument, rest);
                case "--seconds" -> seconds = number(argument, rest);
                case "--tenants" -> tenants = number(argument, rest);
                case "--samples" -> samples = number(argument, rest);
                case "--fresh" -> fresh = true;
                case "--check" -> check = true;
                case "--profile" -> profile = known(value(argument, rest), Catalogue.names());
                default -> scenarios.add(known(argument, all()));
            }
        }
        if (scenarios.isEmpty()) {
            scenarios.addAll(Catalogue.names());
        }
        return new Options(scenarios, rounds, seconds, tenants, samples, fresh, check, profile);
    }

    /** Returns whether the results are worth keeping: a quick look must not take the place of a whole run. */
    boolean isWhole() {
        return rounds >= ROUNDS && seconds >= SECONDS && tenants == ALL_TENANTS;
    }

    boolean isWholeEnumeration() {
        return samples >= SAMPLES;
    }

    /** Returns every scenario that there is, in the order of the table. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(Catalogue.names());
        all.add(TENANTS);
        all.add(ENUMERATION);
        return all;
    }

    private static String known(String scenario, Set<String> names) {
        if (!names.contains(scenario)) {
            throw new IllegalArgumentException(
                    "unknown scenario or option " + scenario + "; there are " + String.join(", ", names));
        }
        return scenario;
    }

    private static int number(String option, List<String> rest) {
        String value = value(option, rest);
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(option + " needs a number from 1 to 9999, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove(0);
    }
}
