package dev.externaltenants.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository as its readers see it. */
final class Documents {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Documents() {}

    /** Returns every page: those of the repository, of {@code docs/} and of the modules. */
    static List<Path> pages() {
        return Stream.of(filesIn(REPOSITORY, 2), filesIn(REPOSITORY.resolve("docs"), 5))
                .flatMap(List::stream)
                .filter(file -> file.getFileName().toString().endsWith(".md"))
                .distinct()
                .toList();
    }

    /** Returns the Java files that are shipped in the provider jars. */
    static List<Path> shippedSources() {
        return list(REPOSITORY).stream()
                .filter(module -> !module.endsWith("samples") && !module.endsWith("bench"))
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(sources -> filesIn(sources, 20).stream())
                .toList();
    }

    /** Returns the source of a test of that name, end to end or of the theme. */
    static String testNamed(String testClass) {
        return Stream.of("tests", "themes")
                .flatMap(module -> filesIn(REPOSITORY.resolve(module).resolve("src/test/java"), 20).stream())
                .filter(file -> file.endsWith(testClass + ".java"))
                .findAny()
                .map(Documents::text)
                .orElseThrow(() -> new AssertionError("There is no " + testClass));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
