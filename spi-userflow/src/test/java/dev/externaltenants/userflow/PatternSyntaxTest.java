package dev.externaltenants.userflow;

import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PatternSyntaxTest {

    private static final int PATTERNS = 20_000;

    static Stream<String> bombs() {
        return Stream.of(
                "(?:|)".repeat(48) + "(?!)",
                "(?:|)".repeat(48),
                "(?:b*|c*)".repeat(27) + "!",
                "(?:b?)?".repeat(35) + "!",
                "(?x)" + "(?:".repeat(12) + "){9 9 9}".repeat(12),
                "(?:(?:(?:){9999}){9999}){9999}",
                "(?:(?:(?:(?:a+)+)+)+)+b",
                "(a+)+\\1b",
                "\\pL(?:|)}");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void refusesWhatJavaMatchesWithoutReading(String pattern) {
        assertThat(PatternRules.refusal(pattern)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]{5}",
                "^[A-Z]{2}-[0-9]{1,6}$",
                "L-[0-9]{4}|VIP[0-9]+",
                "(?:[\\p{L}\\p{N} .,/-]+ ?)+",
                "[^@\\]]+",
                "\\+?[0-9 ]{3,}",
                "([a-z]+(-[a-z]+)*)(\\.[a-z]{2,10})?",
                "\\d+\\.\\d\\s\\w\\W\\S\\D\\P{Lu}",
                "[-a&b^]*",
                "https?://.+",
                "𝒜+"
            })
    void acceptsWhatFormatsNeed(String pattern) {
        assertThat(PatternRules.refusal(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "(?=a)a",
                "(?<!a)a",
                "(?<name>a)",
                "(a)\\1",
                "\\Qa\\E",
                "\\bword",
                "a|",
                "|a",
                "(|a)",
                "a*|b",
                "(a*)*",
                "(a?b?)+",
                "()+",
                "a**",
                "a*+",
                "a{0}",
                "a{2,1}",
                "a{1025}",
                "a{ 2}",
                "a{2",
                "{2}",
                "*",
                "a^",
                "$a",
                "a)",
                "(a",
                "[]",
                "[a",
                "[a[b]]",
                "[a&&b]",
                "\\p{L",
                "\\p{Nonsense}",
                "a\\",
                " "
            })
    void refusesAllElse(String pattern) {
        assertThat(PatternRules.refusal(pattern)).isPresent();
    }

    /** Java does not count its steps, so a matcher that tries the same ways in the same order does. */
    @Test
    void whatIsAcceptedTakesFewStepsForEachCharacterThatIsRead() {
        Random random = new Random(4);
        int accepted = 0;
        for (int i = 0; i < PATTERNS; i++) {
            SteppingPattern pattern = SteppingPattern.any(random);
            if (PatternRules.refusal(pattern.toString()).isEmpty()) {
                accepted++;
                String value = "ab".repeat(random.nextInt(12)) + "a".repeat(random.nextInt(12)) + "!";
                SteppingPattern.Work work = pattern.match(value);
                assertThat(work.steps())
                        .as("%s on %s, which reads %d characters", pattern, value, work.reads())
                        .isLessThan(4L * pattern.size() * (work.reads() + 1));
            }
        }
        assertThat(accepted).isGreaterThan(PATTERNS / 20);
    }

    @Test
    void theCounterSeesWhatABombDoes() {
        assertThat(SteppingPattern.emptyChoices(20).match("").steps()).isGreaterThan(1_000_000);
    }
}
