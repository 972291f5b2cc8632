package dev.externaltenants.tests;

import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Map<String, Integer> CHAPTERS =
            Map.of("T", 20, "U", 14, "A", 19, "F", 22, "AT", 15, "I", 28, "P", 13, "M", 14, "S", 15, "X", 8);
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z]{1,2}\\d\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|$");
    private static final Pattern STATE = Pattern.compile("(yes|partly: .+|not yet|no(: .+)?)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void hasEveryRowOnceInOrder() {
        List<String> expected = new ArrayList<>();
        Stream.of("T", "U", "A", "F", "AT", "I", "P", "M", "S", "X")
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
                .allSatisfy(test ->
                        assertThat(source(test.group(1))).containsPattern("\n    \\S+ " + test.group(2) + "\\("));
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(Documents.text(Documents.REPOSITORY.resolve("docs/parity.md")))
                .results();
    }

    private static String source(String testClass) {
        Path source =
                Documents.REPOSITORY.resolve("tests/src/test/java/dev/externaltenants/tests/" + testClass + ".java");
        assertThat(source).matches(Files::exists, "exists");
        return Documents.text(source);
    }
}
