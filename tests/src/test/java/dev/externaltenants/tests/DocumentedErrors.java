package dev.externaltenants.tests;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The codes that {@code docs/errors.md} lists. */
final class DocumentedErrors {

    private static final String EVENTS = "## In the event log";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(xt_[a-z_]+)` \\|");

    private DocumentedErrors() {}

    static Set<String> ofTheRest() {
        return listed(0);
    }

    static Set<String> ofEvents() {
        return listed(1);
    }

    private static Set<String> listed(int part) {
        String page = Documents.text(Documents.REPOSITORY.resolve("docs/errors.md"));
        assertThat(page).contains(EVENTS);
        Set<String> codes = new TreeSet<>();
        Matcher row = ROW.matcher(page.split(EVENTS, -1)[part]);
        while (row.find()) {
            codes.add(row.group(1));
        }
        return codes;
    }
}
