package dev.externaltenants.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents and scripts promise is there. */
@Tag("any-database")
final class DocumentationTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    /** {@code Name.java}, {@code xt-code.ftl}, {@code docs/adr/0001-x.md}, {@code script/demo}: with an ending, or a script. */
    private static final Pattern FILE = Pattern.compile(
            "[\\w./-]+\\.(java|ftl|xml|md|properties|css|sh|mjs|json|yaml)|" + "(script|\\.ci)/[a-z-]+");

    @Test
    void theArchitecturePageNamesOnlyFilesThatExist() throws IOException {
        Set<String> missing = new TreeSet<>();
        Path page = REPOSITORY.resolve("docs/architecture.md");
        Set<String> files = repositoryFiles();

        for (String named : filesNamedIn(Files.readString(page))) {
            if (!exists(named, page, files)) {
                missing.add(named);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theArchitecturePageNamesFiles() throws IOException {
        assertThat(filesNamedIn(Files.readString(REPOSITORY.resolve("docs/architecture.md"))))
                .hasSizeGreaterThan(5);
    }

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("script"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptExplainsItself(Path script) throws IOException, InterruptedException {
        assertThat(Files.isExecutable(script)).as(script + " is executable").isTrue();

        Process process = new ProcessBuilder(script.toString(), "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .containsIgnoringCase("usage")
                .contains(script.getFileName().toString());
    }

    private static Set<String> filesNamedIn(String markdown) {
        Set<String> named = new TreeSet<>();
        for (Pattern pattern : List.of(CODE, LINK)) {
            Matcher mention = pattern.matcher(markdown);
            while (mention.find()) {
                String text = mention.group(1);
                if (FILE.matcher(text).matches()) {
                    named.add(text);
                }
            }
        }
        return named;
    }

    /** A path is meant from the repository or from the page; a bare name is meant wherever it is. */
    private static boolean exists(String named, Path page, Set<String> files) {
        return Files.exists(REPOSITORY.resolve(named))
                || Files.exists(page.resolveSibling(named))
                || files.stream().anyMatch(file -> file.endsWith("/" + named));
    }

    private static Set<String> repositoryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            Set<String> paths = new TreeSet<>();
            files.map(file -> "/" + REPOSITORY.relativize(file))
                    .filter(path -> !path.contains("/target/")
                            && !path.contains("/node_modules/")
                            && !path.contains("/.git/")
                            && !path.contains("/.demo/"))
                    .forEach(paths::add);
            return paths;
        }
    }
}
