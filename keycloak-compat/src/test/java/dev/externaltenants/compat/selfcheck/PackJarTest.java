package dev.externaltenants.compat.selfcheck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackJarTest {

    @TempDir
    private Path providers;

    @Test
    void findsOurJarsAmongOthers() throws IOException {
        URL[] jars = {
            jar("themes", "External Tenants: themes"),
            jar("other", "Somebody's provider"),
            jar("userflow", "External Tenants: spi-userflow")
        };

        try (URLClassLoader loader = new URLClassLoader(jars, null)) {
            assertThat(PackJar.seenBy(loader))
                    .containsExactly(
                            new PackJar("spi-userflow", "1.2.0", "26.7.4"), new PackJar("themes", "1.2.0", "26.7.4"));
        }
    }

    @Test
    void passesOverAJarWhoseManifestIsBroken() throws IOException {
        URL[] jars = {broken("other"), jar("themes", "External Tenants: themes")};

        try (URLClassLoader loader = new URLClassLoader(jars, null)) {
            assertThat(PackJar.seenBy(loader)).containsExactly(new PackJar("themes", "1.2.0", "26.7.4"));
        }
    }

    private URL broken(String name) throws IOException {
        Path jar = providers.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream packed = new ZipOutputStream(file)) {
            packed.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            packed.write("no manifest at all".getBytes(StandardCharsets.UTF_8));
        }
        return jar.toUri().toURL();
    }

    private URL jar(String name, String title) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Implementation-Title", title);
        manifest.getMainAttributes().putValue("Implementation-Version", "1.2.0");
        manifest.getMainAttributes().putValue("Keycloak-Version", "26.7.4");
        Path jar = providers.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest)) {
            packed.finish();
        }
        return jar.toUri().toURL();
    }
}
