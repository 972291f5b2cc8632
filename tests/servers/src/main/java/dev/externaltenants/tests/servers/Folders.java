package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Folders {

    private Folders() {}

    /** Copies the files with their dates: Keycloak builds itself anew when a jar looks newer. */
    static void copy(Path original, Path copy) throws IOException {
        List<Path> fromTheTop;
        try (Stream<Path> files = Files.walk(original)) {
            fromTheTop = files.toList();
        }
        for (Path file : fromTheTop) {
            Files.copy(file, copy.resolve(original.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
