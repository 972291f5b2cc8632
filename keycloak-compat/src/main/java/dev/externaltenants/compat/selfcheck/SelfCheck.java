package dev.externaltenants.compat.selfcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.Config;

/** Whether our jars are all there, belong together, and are on the Keycloak that they were built for. */
public final class SelfCheck {

    /** What one zip holds. */
    static final List<String> MODULES = List.of(
            "keycloak-compat",
            "spi-userflow",
            "spi-custom-attributes",
            "spi-email-otp",
            "spi-claims-extension",
            "themes",
            "spi-tenant");

    private static final String UNKNOWN = "unknown";

    private final List<PackJar> jars;
    private final Platform platform;

    SelfCheck(List<PackJar> jars, Platform platform) {
        this.jars = jars;
        this.platform = platform;
    }

    /** @param anyScope leads to the server's options */
    public static SelfCheck ofThisServer(Config.Scope anyScope) {
        return new SelfCheck(PackJar.seenBy(SelfCheck.class.getClassLoader()), Platform.of(anyScope));
    }

    /** Returns our version, or all of them where jars are mixed. */
    public String version() {
        return distinct(jars.stream().map(PackJar::version));
    }

    /** Returns the version of Keycloak that our jars were compiled against. */
    public String builtFor() {
        return distinct(jars.stream().map(PackJar::builtFor));
    }

    /** Returns one line. */
    public String summary() {
        return "External Tenants %s: built for Keycloak %s, running on %s, Java %s, database %s, modules: %s"
                .formatted(
                        version(),
                        builtFor(),
                        platform.keycloak(),
                        platform.java(),
                        platform.database(),
                        distinct(jars.stream().map(PackJar::module)));
    }

    /** Returns what must be mended. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (jars.isEmpty()) {
            return warnings;
        }
        if (!isOneVersion()) {
            warnings.add(
                    "Jars of different versions are installed, which do not belong together: %s. Install all of one"
                                    .formatted(jars.stream()
                                            .map(jar -> jar.module() + " " + jar.version())
                                            .collect(Collectors.joining(", ")))
                            + " version, and nothing else");
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            warnings.add("Modules are missing: %s. Install the jars of all".formatted(String.join(", ", missing)));
        }
        if (jars.stream().noneMatch(jar -> minor(jar.builtFor()).equals(minor(platform.keycloak())))) {
            warnings.add("Built for Keycloak %s, running on %s, which it was not tested with"
                    .formatted(builtFor(), platform.keycloak()));
        }
        return warnings;
    }

    /** Returns what an operator may want to know. */
    public List<String> hints() {
        return platform.realmCacheSize() == null
                ? List.of("The realm cache has its default size, which is too small for some hundred tenants;"
                        + " set --cache-embedded-realms-max-count")
                : List.of();
    }

    /** Returns all of it for the page "Provider info" of the admin console. */
    public Map<String, String> operationalInfo() {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("version", version());
        info.put("builtForKeycloak", builtFor());
        info.put("runningOnKeycloak", platform.keycloak());
        info.put("modules", distinct(jars.stream().map(PackJar::module)));
        info.put("warnings", warnings().isEmpty() ? "none" : String.join(". ", warnings()));
        return info;
    }

    private boolean isOneVersion() {
        Set<String> modules = jars.stream().map(PackJar::module).collect(Collectors.toSet());
        return modules.size() == jars.size()
                && jars.stream().map(PackJar::version).distinct().count() == 1;
    }

    private List<String> missing() {
        return MODULES.stream()
                .filter(module -> jars.stream().noneMatch(jar -> jar.module().equals(module)))
                .toList();
    }

    private static String distinct(Stream<String> values) {
        Set<String> sorted = values.collect(Collectors.toCollection(TreeSet::new));
        return sorted.isEmpty() ? UNKNOWN : String.join(", ", sorted);
    }

    /** Returns {@code 26.7} of {@code 26.7.4}; patches keep the interfaces that we use. */
    private static String minor(String version) {
        return Stream.of(version.split("\\.", -1)).limit(2).collect(Collectors.joining("."));
    }
}
