package dev.externaltenants.themes;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.theme.PropertiesUtil;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tells when an upgrade of Keycloak changes a page or a script that ours takes the place of. Then compare the two, take over
 * what matters, and write the new digests, which the failure shows, into {@code reviewed-base-files.properties}.
 */
final class OverriddenPagesTest {

    private static final Path OURS = Path.of("src/main/resources/theme/external-tenant/login");
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed-base-files.properties");

    /** Of base, whose work xt-passkey.js does. */
    private static final List<String> SCRIPTS = List.of(
            "resources/js/passkeysConditionalAuth.js",
            "resources/js/webauthnAuthenticate.js",
            "resources/js/webauthnRegister.js");

    @Test
    void theOriginalOfEachIsTheOneWeReviewed() throws IOException {
        Properties reviewed = new Properties();
        PropertiesUtil.readCharsetAware(reviewed, Files.newInputStream(REVIEWED));
        Map<String, String> present = new TreeMap<>();
        try (Stream<Path> ours = Files.list(OURS)) {
            Stream.concat(ours.map(file -> file.getFileName().toString()), SCRIPTS.stream())
                    .filter(name -> name.endsWith(".ftl") || name.endsWith(".js"))
                    .forEach(name -> digest(name, present));
        }
        assertThat(present).isEqualTo(new TreeMap<>(reviewed));
    }

    /** Returns the names of all templates in a folder of base. */
    static List<String> templatesOfBase(String folder) throws IOException {
        URI template = uri("/theme/base/" + folder + "/template.ftl");
        try (FileSystem jar = FileSystems.newFileSystem(template, Map.of());
                Stream<Path> files = Files.list(jar.getPath("/theme/base/" + folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ftl"))
                    .toList();
        }
    }

    private static void digest(String name, Map<String, String> present) {
        try (var original = OverriddenPagesTest.class.getResourceAsStream("/theme/base/login/" + name)) {
            if (original != null) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(original.readAllBytes());
                present.put(name, HexFormat.of().formatHex(digest));
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static URI uri(String resource) {
        try {
            return Objects.requireNonNull(OverriddenPagesTest.class.getResource(resource))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
