package dev.externaltenants.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between documents lead to a file and a heading that are there. */
@Tag("any-database")
final class DocumentationLinksTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<Path> pages() {
        return Documents.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Path page) {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(Documents.text(page)).replaceAll(""));
        while (link.find()) {
            if (!link.group(1).contains("://") && !isThere(page, link.group(1), link.group(2))) {
                broken.add(link.group());
            }
        }

        assertThat(broken).as("links of " + page).isEmpty();
    }

    private static boolean isThere(Path page, String file, String anchor) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target) && (anchor == null || hasHeading(target, anchor));
    }

    private static boolean hasHeading(Path page, String anchor) {
        return HEADING.matcher(Documents.text(page)).results().anyMatch(heading -> slug(heading.group(1))
                .equals(anchor));
    }

    /** As the usual renderers of Markdown make anchors of headings. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
