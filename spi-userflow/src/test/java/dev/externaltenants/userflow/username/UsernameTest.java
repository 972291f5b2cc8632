package dev.externaltenants.userflow.username;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class UsernameTest {

    @ParameterizedTest
    @CsvSource({"Anna,anna", "' anna ',anna", "ＡＮＮＡ,anna", "CN-004711,cn-004711", "Jürgen,jürgen"})
    void hasOneSpelling(String typed, String stored) {
        assertThat(Username.parse(typed)).contains(new Username(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna@example.com",
                "anna＠example.com",
                "an na",
                "an\u0000na",
                "an\u200bna",
                "\u202eanna"
            })
    void isNothingEmptyInvisibleOrShapedAsAnAddress(String typed) {
        assertThat(Username.parse(typed)).isEmpty();
    }

    /** Hangul fillers, a joiner, variation selectors, a Khmer vowel, tags, a private and an unassigned character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "an\u3164na",
                "an\u115fna",
                "an\u1160na",
                "an\uffa0na",
                "an\u034fna",
                "an\ufe0fna",
                "an\u17b4na",
                "an\u180bna",
                "an\u2800na",
                "an\udb40\udd00na",
                "an\udb40\udc61na",
                "an\u00adna",
                "an\u2064na",
                "an\ue000na",
                "an\u0378na",
                "an\ud800na"
            })
    void isNothingWithACharacterThatNobodySees(String typed) {
        assertThat(Username.parse(typed)).isEmpty();
    }

    /** Cyrillic а, Greek ο, Cherokee Ꭺ and Armenian օ among Latin letters, and Cyrillic among Han. */
    @ParameterizedTest
    @ValueSource(strings = {"аnna", "bοb", "Ꭺnna", "bօb", "漢字а", "한а", "ㄅひ", "한ひ"})
    void isNothingOfLettersThatDoNotBelongTogether(String typed) {
        assertThat(Username.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna-7",
                "jürgen_müller",
                "анна.7",
                "ελένη",
                "山田taro",
                "タナカ・ひろし",
                "ローマ字abc",
                "김철수kim",
                "ㄅㄆ漢a",
                "أحمد",
                "नमस्ते",
                "שרה"
            })
    void isOfOneAlphabetOrOfThoseThatAreWrittenTogether(String typed) {
        assertThat(Username.parse(typed)).isPresent();
    }

    @Test
    void hasAtMost64Characters() {
        assertThat(Username.parse("a".repeat(64))).isPresent();
        assertThat(Username.parse("a".repeat(65))).isEmpty();
        // One character that folds into eighteen.
        assertThat(Username.parse("\ufdfa".repeat(4))).isEmpty();
    }

    @Test
    void isTakenByAPolicyWhenOneOfItsPatternsMatchesWhateverTheCase() {
        UsernamePolicy policy = new UsernamePolicy(true, List.of("CN-[0-9]{6}", "[a-z]+"));

        assertThat(policy.accepted("cn-004711")).isPresent();
        assertThat(policy.accepted("Anna")).isPresent();
        assertThat(policy.accepted("anna7")).isEmpty();
    }

    @Test
    void isTakenByNoPolicyThatIsOff() {
        assertThat(new UsernamePolicy(false, List.of()).accepted("anna")).isEmpty();
        assertThat(new UsernamePolicy(true, List.of()).accepted("anna")).isPresent();
    }

    @Test
    void isRefusedRatherThanMatchedForEver() {
        UsernamePolicy policy = new UsernamePolicy(true, List.of("(?:a+)+b"));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(policy.accepted("a".repeat(63) + "!"))
                .isEmpty());
    }
}
