package dev.externaltenants.compat.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * A jar of ours, as its manifest describes it: not every one holds a class to ask for its package's version.
 *
 * @param module such as {@code spi-userflow}
 * @param builtFor the version of Keycloak
 */
record PackJar(String module, String version, String builtFor) {

    private static final Logger LOG = Logger.getLogger(PackJar.class);

    private static final String TITLE = "External Tenants: ";
    private static final Attributes.Name BUILT_FOR = new Attributes.Name("Keycloak-Version");

    /** Returns those that the loader sees, by name; none where classes were not loaded from jars, as in an IDE. */
    static List<PackJar> seenBy(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources("META-INF/MANIFEST.MF")).stream()
                    .flatMap(url -> manifest(url).flatMap(PackJar::of).stream())
                    .sorted(Comparator.comparing(PackJar::module).thenComparing(PackJar::version))
                    .toList();
        } catch (IOException e) {
            // A check that only informs must not keep a server from starting.
            LOG.debug("The jars cannot be listed", e);
            return List.of();
        }
    }

    static Optional<PackJar> of(Manifest manifest) {
        Attributes attributes = manifest.getMainAttributes();
        String title = attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE);
        String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        String builtFor = attributes.getValue(BUILT_FOR);
        boolean complete = Stream.of(title, version, builtFor).allMatch(value -> value != null);
        return complete && title.startsWith(TITLE)
                ? Optional.of(new PackJar(title.substring(TITLE.length()), version, builtFor))
                : Optional.empty();
    }

    private static Optional<Manifest> manifest(URL url) {
        try (InputStream stream = url.openStream()) {
            return Optional.of(new Manifest(stream));
        } catch (IOException e) {
            LOG.debugf(e, "The manifest of %s cannot be read", url);
            return Optional.empty();
        }
    }
}
