package dev.externaltenants.bench.enumeration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.externaltenants.bench.stats.MedianDifference;

/**
 * The answer times, and whether they tell anything.
 *
 * @param samples of each row
 */
public record EnumerationTable(int samples, List<Row> rows) {

    private static final String BEGIN = "<!-- written by script/bench enumeration -->\n";
    private static final String END = "<!-- end -->";

    /**
     * @param median in milliseconds
     * @param difference to the addresses without an account, or null for these themselves
     */
    record Row(String door, String account, double median, MedianDifference difference) {

        private String markdown() {
            return difference == null
                    ? "| %s | %s | %s | | | |".formatted(door, account, millis(median))
                    : "| %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    door,
                                    account,
                                    millis(median),
                                    String.format(Locale.ROOT, "%+.2f", difference.difference()),
                                    millis(difference.noise()),
                                    difference.isNoise() ? "no" : "**yes**");
        }

        private static String millis(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    }

    public boolean tells() {
        return rows.stream()
                .anyMatch(row -> row.difference() != null && !row.difference().isNoise());
    }

    public String markdown() {
        return "| door | the address has | median, ms | to no account, ms | noise, ms | tells |\n|---|---|---|---|---|---|\n"
                + rows.stream().map(row -> row.markdown() + "\n").collect(Collectors.joining());
    }

    /** Writes the table between the marks of the page. */
    public void write(Path page) {
        try {
            String before = Files.readString(page);
            int begin = before.indexOf(BEGIN);
            int end = before.indexOf(END, begin);
            if (begin < 0 || end < 0) {
                throw new IllegalStateException(page + " has lost its marks");
            }
            Files.writeString(
                    page,
                    before.substring(0, begin + BEGIN.length()) + "Last run: " + samples + " samples of each row.\n\n"
                            + markdown() + "\n" + before.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
