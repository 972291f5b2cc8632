package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The jars that a Keycloak gets. */
public record ProviderJars(List<Path> jars) {

    /** @throws IllegalStateException if a folder holds none */
    public static ProviderJars in(Path... folders) {
        return new ProviderJars(Arrays.stream(folders)
                .flatMap(folder -> packed(folder).stream())
                .toList());
    }

    private static List<Path> packed(Path folder) {
        List<Path> jars = jarsIn(folder);
        if (jars.isEmpty()) {
            throw new IllegalStateException("No jars in " + folder + ". Pack them with: mvn -pl tests -am package");
        }
        return jars;
    }

    /** Returns a name for exactly these bytes. */
    public String fingerprint() {
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
        for (Path stale : jarsIn(folder)) {
            Files.delete(stale);
        }
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
