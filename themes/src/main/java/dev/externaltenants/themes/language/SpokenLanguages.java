package dev.externaltenants.themes.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages of a tenant, and which of them serves best who asks for another. Keycloak 26.7.4 compares language and
 * country only (DefaultLocaleSelectorProvider#findBestMatchingLocale), so that zh-TW may get simplified characters, and
 * nb-NO gets no Norwegian.
 */
public final class SpokenLanguages {

    /** Where Chinese is written in traditional characters. */
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    /** Tags of Norwegian besides {@code no}. */
    private static final Set<String> NORWEGIAN = Set.of("nb", "nn");

    private final List<Locale> languages;

    private SpokenLanguages(List<Locale> languages) {
        this.languages = languages;
    }

    /** @param tags as the realm has them; of two that serve alike, the first in the alphabet is taken on every node */
    public static SpokenLanguages of(Stream<String> tags) {
        return new SpokenLanguages(tags.sorted().map(Locale::forLanguageTag).toList());
    }

    /**
     * Returns the language that is closest to what is asked for, or nothing if none is of that language.
     *
     * @param tag a language tag of BCP 47, or any other text, which no language is close to
     */
    public Optional<Locale> closest(String tag) {
        Locale wanted = Locale.forLanguageTag(tag);
        return languages.stream()
                .filter(spoken -> language(spoken).equals(language(wanted)))
                .sorted(Comparator.comparingInt(spoken -> -closeness(spoken, wanted)))
                .findFirst();
    }

    /** What cannot be read counts more than what is only said otherwise. */
    private static int closeness(Locale spoken, Locale wanted) {
        int ofScript = script(spoken).equals(script(wanted)) ? 4 : 0;
        int ofCountry = spoken.getCountry().equals(wanted.getCountry()) ? 2 : 0;
        int ofGeneral = spoken.getCountry().isEmpty() ? 1 : 0;
        return ofScript + ofCountry + ofGeneral;
    }

    private static String language(Locale locale) {
        return NORWEGIAN.contains(locale.getLanguage()) ? "no" : locale.getLanguage();
    }

    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty() || !locale.getLanguage().equals("zh")) {
            return locale.getScript();
        }
        return TRADITIONAL.contains(locale.getCountry()) ? "Hant" : "Hans";
    }
}
