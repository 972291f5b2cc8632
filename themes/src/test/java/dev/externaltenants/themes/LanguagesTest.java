package dev.externaltenants.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages exist in every language of Entra External ID, and in none by halves. */
final class LanguagesTest {

    private static final Path THEME = Path.of("src/main/resources/theme/external-tenant");

    /** The languages of a tenant, as the files of Keycloak's own themes are named. */
    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "gl", "he", "hr", "hu", "it",
            "ja", "kk", "ko", "lt", "lv", "nl", "no", "pl", "pt", "pt_BR", "ro", "ru", "sk", "sl", "sr_Latn", "sv",
            "th", "tr", "uk", "zh_Hans", "zh_Hant");

    @Test
    void ourTextsExistInAllThirtyNineLanguages() {
        assertThat(LANGUAGES).hasSize(39);
        assertThat(languages()).containsExactlyElementsOf(LANGUAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "account", "email"})
    void everyThemeOffersTheLanguagesOfOurTexts(String type) throws IOException {
        String tags =
                languages().stream().map(language -> language.replace('_', '-')).collect(joining(","));
        assertThat(Files.readAllLines(THEME.resolve(type).resolve("theme.properties")))
                .filteredOn(line -> line.startsWith("locales="))
                .containsExactly("locales=" + tags);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void pagesOfKeycloaksBaseThemeSpeakTheLanguage(String language) throws IOException {
        assertThat(missing("login", language)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void mailsOfKeycloaksBaseThemeSpeakTheLanguage(String language) throws IOException {
        assertThat(missing("email", language)).isEmpty();
    }

    static List<String> languages() {
        return Bundle.in(Bundle.OURS).stream().map(Bundle::language).toList();
    }

    /** What neither base nor we say, of what a page or mail of a tenant can show. */
    private static Set<String> missing(String type, String language) throws IOException {
        Set<String> missing =
                new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/base-" + type + "-keys.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
        missing.removeAll(Bundle.ofBase(type, language).keys());
        if (language.contains("_") && language.length() == "pt_BR".length()) {
            missing.removeAll(Bundle.ofBase(type, language.substring(0, language.indexOf('_')))
                    .keys());
        }
        Bundle.in(THEME.resolve(type).resolve("messages")).stream()
                .filter(bundle -> bundle.language().equals(language))
                .forEach(bundle -> missing.removeAll(bundle.keys()));
        return missing;
    }
}
