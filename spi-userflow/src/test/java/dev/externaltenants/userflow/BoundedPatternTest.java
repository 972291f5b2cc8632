package dev.externaltenants.userflow;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class BoundedPatternTest {

    @Test
    void matchesTheWholeValue() {
        assertThat(BoundedPattern.of("[a-z]+").matches("chess")).isTrue();
        assertThat(BoundedPattern.of("[a-z]+").matches("chess 1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(.*a){12}b", "(?:(?:a+)+)+b"})
    void givesUpAPatternThatTakesTooManySteps(String pattern) {
        String value = "a".repeat(249) + "!";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(BoundedPattern.of(pattern).matches(value)).isFalse());
    }

    /** Past our rules, as by an edit of the database. Each of these reads nothing and never ends. */
    @ParameterizedTest
    @MethodSource("dev.externaltenants.userflow.PatternSyntaxTest#bombs")
    void refusesEveryValueForAPatternThatIsNoneOfOurs(String pattern) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(BoundedPattern.of(pattern).matches("anything")).isFalse());
    }

    @Test
    void ignoresTheCaseOfAnyAlphabetWhereThatIsAskedFor() {
        assertThat(BoundedPattern.of("[А-Я]{2}").matches("жя")).isFalse();
        assertThat(BoundedPattern.ignoringCase("[А-Я]{2}").matches("жя")).isTrue();
    }

    @Test
    void letsAnHonestPatternFinishOnTheLongestValue() {
        assertThat(BoundedPattern.of("(?:[\\p{L}\\p{N} .,/-]+ ?)+").matches("Straße 1, ".repeat(102)))
                .isTrue();
    }
}
