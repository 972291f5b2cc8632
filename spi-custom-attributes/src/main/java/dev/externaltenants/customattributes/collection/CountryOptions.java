package dev.externaltenants.customattributes.collection;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.input.Option;

/** The ISO 3166 countries by their names in a language, in that language's alphabetical order. */
final class CountryOptions {

    /** By language, of which a realm supports a few dozen: sorting by a collator costs milliseconds. */
    private static final Map<Locale, List<Option>> CACHE = new ConcurrentHashMap<>();

    private CountryOptions() {}

    static List<Option> in(Locale language) {
        return CACHE.computeIfAbsent(language, CountryOptions::sorted);
    }

    private static List<Option> sorted(Locale language) {
        Collator alphabet = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(LocalText.of(name(code, language)), code))
                .sorted(Comparator.comparing(option -> option.text().plain(), alphabet))
                .toList();
    }

    private static String name(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }
}
