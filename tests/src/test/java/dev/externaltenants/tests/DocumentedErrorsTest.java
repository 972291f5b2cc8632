package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/errors.md} lists the codes that the code has, no fewer and no more. */
@Tag("any-database")
final class DocumentedErrorsTest {

    private static final Pattern CODE = Pattern.compile("\"(xt_[a-z_]+)\"");
    private static final Pattern EVENT_ERROR =
            Pattern.compile("\\.error\\(\\s*(?:([A-Z]\\w+)\\.)?(\"xt_[a-z_]+\"|[A-Z_]+)\\s*\\)");

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

        assertThat(DocumentedErrors.ofTheRest()).hasSizeGreaterThan(50).isEqualTo(raised);
    }

    @Test
    void everyErrorOfAnEventIsListed() {
        Set<String> raised = new TreeSet<>();
        for (Path source : Documents.shippedSources()) {
            String text = Documents.text(source);
            Matcher error = EVENT_ERROR.matcher(text);
            while (error.find()) {
                String owner = error.group(1);
                addCodes(valueOf(error.group(2), owner == null ? text : sourceOf(owner)), raised);
            }
        }

        assertThat(DocumentedErrors.ofEvents()).hasSizeGreaterThan(2).isEqualTo(raised);
    }

    private static void addCodes(String text, Set<String> codes) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            codes.add(code.group(1));
        }
    }

    /** Returns nothing for a class that is not ours. */
    private static String sourceOf(String owner) {
        return Documents.shippedSources().stream()
                .filter(source -> source.endsWith(owner + ".java"))
                .map(Documents::text)
                .findFirst()
                .orElse("");
    }

    /** Returns the literal, or the definition of the constant in that source; Keycloak's own constants have none. */
    private static String valueOf(String argument, String text) {
        if (argument.startsWith("\"")) {
            return argument;
        }
        Matcher definition =
                Pattern.compile("String " + argument + " = (\"[^\"]*\")").matcher(text);
        return definition.find() ? definition.group(1) : "";
    }
}
