package dev.externaltenants.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/security/otp-attacks.md}, whose tables are written by the tests that make the attacks. */
final class OtpAttacksPage {

    private static final Path PAGE = Documents.REPOSITORY.resolve("docs/security/otp-attacks.md");

    private OtpAttacksPage() {}

    /**
     * Writes the rows between the marks of the table.
     *
     * @return whether the page said the same before
     */
    static boolean write(String table, List<OtpAttack.Outcome> outcomes) {
        String before = Documents.text(PAGE);
        String begin = "<!-- rows: " + table + " -->\n";
        int from = before.indexOf("|---|", before.indexOf(begin));
        from = before.indexOf('\n', from) + 1;
        int to = before.indexOf("<!-- end -->", from);
        String rows = outcomes.stream().map(outcome -> outcome.row() + "\n").collect(Collectors.joining());
        String after = before.substring(0, from) + rows + "\n" + before.substring(to);
        try {
            Files.writeString(PAGE, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return after.equals(before);
    }
}
