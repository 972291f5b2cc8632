package dev.externaltenants.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of what becomes of which entry, to be compared with the one that was looked at and committed. */
final class Outcomes {

    private static final Path GOLDEN = Path.of("src/test/resources/attribute-outcomes.md");
    private static final Path FOUND = Path.of("target/attribute-outcomes.md");

    private final List<String> rows = new ArrayList<>();

    void add(String dataType, String control, String required, String entry, String outcome) {
        rows.add("| " + String.join(" | ", dataType, control, required, entry, outcome) + " |");
    }

    void matchWhatWasCommitted() {
        String found =
                """
                # What becomes of an entry
                Each data type by each control of the sign-up page, required and optional. Written by `AttributeOutcomesTest`; after a
                change that is meant, look at `tests/target/attribute-outcomes.md` and copy it here.

                | data type | control | | entry | outcome |
                |---|---|---|---|---|
                """
                        + String.join("\n", rows)
                        + "\n";
        write(found);
        assertThat(GOLDEN).as("compare with tests/%s", FOUND).content().isEqualTo(found);
    }

    private static void write(String text) {
        try {
            Files.writeString(FOUND, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
