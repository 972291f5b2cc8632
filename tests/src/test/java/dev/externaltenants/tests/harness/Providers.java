package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The jars under test: what {@code docker/} packed, and the tests' own helper. */
record Providers(List<Path> jars) {

    static Providers packed() {
        List<Path> jars = Stream.of(
                        Settings.repository().resolve("docker/target/providers"),
                        Settings.target().resolve("support"))
                .flatMap(Providers::jarsIn)
                .toList();
        if (jars.size() < 2) {
            throw new IllegalStateException(
                    "The provider jars are not packed. Run: mvn -pl tests -am verify, or script/test");
        }
        return new Providers(jars);
    }

    /** Returns a name for exactly these bytes. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the folder hold these jars and no other. */
    void installInto(Path folder) throws IOException {
        for (Path stale : jarsIn(folder).toList()) {
            Files.delete(stale);
        }
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static Stream<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
