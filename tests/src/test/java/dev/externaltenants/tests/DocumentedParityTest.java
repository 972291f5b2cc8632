package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/parity.md} has every row of its chapters, and the tests that it names exist. */
@Tag("any-database")
final class DocumentedParityTest {

    private static final Map<String, Integer> CHAPTERS = Map.ofEntries(
            Map.entry("T", 20),
            Map.entry("U", 14),
            Map.entry("A", 19),
            Map.entry("F", 22),
            Map.entry("AT", 15),
            Map.entry("I", 28),
            Map.entry("P", 13),
            Map.entry("M", 14),
            Map.entry("S", 15),
            Map.entry("X", 8),
            Map.entry("B", 20),
            Map.entry("L", 8));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z]{1,2}\\d\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|$");
    private static final Pattern STATE = Pattern.compile("(yes|partly: .+|not yet|no(: .+)?)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void hasEveryRowOnceInOrder() {
        List<String> expected = new ArrayList<>();
        Stream.of("T", "U", "A", "F", "AT", "I", "P", "M", "S", "X", "B", "L")
                .forEach(chapter -> IntStream.rangeClosed(1, CHAPTERS.get(chapter))
                        .forEach(number -> expected.add(String.format("%s%02d", chapter, number))));

        assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(expected);
    }

    @Test
    void everyStateIsOneOfThoseExplained() {
        assertThat(rows().map(row -> row.group(4).strip())).allMatch(STATE.asMatchPredicate());
    }

    @Test
    void whatIsSaidToBeThereNamesItsTest() {
        assertThat(rows().filter(row -> row.group(4).strip().equals("yes")))
                .isNotEmpty()
                .allMatch(row -> TEST.matcher(row.group(5)).find(), "names a test");
    }

    @Test
    void theNamedTestsExist() {
        assertThat(rows().flatMap(row -> TEST.matcher(row.group(5)).results()))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(Documents.testNamed(test.group(1)))
                        .containsPattern("\n    \\S+ " + test.group(2) + "\\("));
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(Documents.text(Documents.REPOSITORY.resolve("docs/parity.md")))
                .results();
    }
}
