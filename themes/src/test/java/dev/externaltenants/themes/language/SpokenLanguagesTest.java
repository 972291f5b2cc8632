package dev.externaltenants.themes.language;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SpokenLanguagesTest {

    private static final SpokenLanguages ALL =
            SpokenLanguages.of(Stream.of("zh-Hant", "zh-Hans", "sr-Latn", "pt-BR", "pt", "no", "he", "en", "de"));

    @ParameterizedTest
    @CsvSource({
        "de-DE, de",
        "de-AT, de",
        "en-GB, en",
        "pt-BR, pt-BR",
        "pt, pt",
        "pt-PT, pt",
        "pt-AO, pt",
        "zh, zh-Hans",
        "zh-CN, zh-Hans",
        "zh-SG, zh-Hans",
        "zh-HK, zh-Hant",
        "zh-TW, zh-Hant",
        "zh-MO, zh-Hant",
        "zh-Hant-CN, zh-Hant",
        "sr, sr-Latn",
        "sr-RS, sr-Latn",
        "sr-Latn-RS, sr-Latn",
        "nb, no",
        "nb-NO, no",
        "nn-NO, no",
        "iw, he",
        "he-IL, he",
        "DE-de, de",
    })
    void whoAsksForATagGetsTheClosestLanguage(String tag, String language) {
        assertThat(ALL.closest(tag)).map(Locale::toLanguageTag).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "und", "de_DE", "<script>", "*", "../de", "d", "-de"})
    void whatNoLanguageIsCloseToGetsNone(String tag) {
        assertThat(ALL.closest(tag)).isEmpty();
    }

    @Test
    void anotherCountrysLanguageIsBetterThanNone() {
        assertThat(SpokenLanguages.of(Stream.of("pt-BR", "en")).closest("pt-PT"))
                .map(Locale::toLanguageTag)
                .contains("pt-BR");
    }

    @Test
    void chineseByCountryIsTakenForItsScript() {
        assertThat(SpokenLanguages.of(Stream.of("zh-CN", "zh-TW")).closest("zh-Hant"))
                .map(Locale::toLanguageTag)
                .contains("zh-TW");
    }
}
