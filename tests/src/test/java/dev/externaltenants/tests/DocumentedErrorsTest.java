package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/errors.md} lists the codes that the code has, no fewer and no more. */
final class DocumentedErrorsTest {

    private static final String EVENTS = "## In the event log";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(xt_[a-z_]+)` \\|");
    private static final Pattern CODE = Pattern.compile("\"(xt_[a-z_]+)\"");
    private static final Pattern EVENT_ERROR = Pattern.compile("\\.error\\(\\s*(\"xt_[a-z_]+\"|[A-Z_]+)\\s*\\)");

    @Test
    void everyCodeOfARefusalIsListed() {
        Set<String> raised = new TreeSet<>();
        for (Path source : Documents.shippedSources()) {
            String text = Documents.text(source);
            if (source.endsWith("FieldError.java")) {
                addCodes(text, raised);
            }
            for (String statement : text.split(";", -1)) {
                if (statement.contains("TenantException.") || statement.contains("require(")) {
                    addCodes(statement, raised);
                }
            }
        }

        assertThat(listed(0)).hasSizeGreaterThan(50).isEqualTo(raised);
    }

    @Test
    void everyErrorOfAnEventIsListed() {
        Set<String> raised = new TreeSet<>();
        for (Path source : Documents.shippedSources()) {
            String text = Documents.text(source);
            Matcher error = EVENT_ERROR.matcher(text);
            while (error.find()) {
                addCodes(valueOf(error.group(1), text), raised);
            }
        }

        assertThat(listed(1)).hasSizeGreaterThan(2).isEqualTo(raised);
    }

    private static void addCodes(String text, Set<String> codes) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            codes.add(code.group(1));
        }
    }

    /** Returns the literal, or the definition of the constant in the same file; Keycloak's own constants have none. */
    private static String valueOf(String argument, String text) {
        if (argument.startsWith("\"")) {
            return argument;
        }
        Matcher definition =
                Pattern.compile("String " + argument + " = (\"[^\"]*\")").matcher(text);
        return definition.find() ? definition.group(1) : "";
    }

    private static Set<String> listed(int part) {
        String page = Documents.text(Documents.REPOSITORY.resolve("docs/errors.md"));
        assertThat(page).contains(EVENTS);
        Set<String> codes = new TreeSet<>();
        addRows(page.split(EVENTS, -1)[part], codes);
        return codes;
    }

    private static void addRows(String text, Set<String> codes) {
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            codes.add(row.group(1));
        }
    }
}
