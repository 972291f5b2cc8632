package dev.externaltenants.tests.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the command line says ({@code -Dxt.…}, see {@code script/test --help}) and where things lie. */
final class Settings {

    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin";

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private Settings() {}

    static Path repository() {
        return MODULE.getParent();
    }

    static Path node() {
        return MODULE.resolve("node");
    }

    static Path target() {
        return MODULE.resolve("target");
    }

    static String keycloakVersion() {
        return System.getProperty("xt.keycloak.version");
    }

    static String server() {
        return given("xt.server").orElse("auto");
    }

    static URI remoteUrl() {
        return given("xt.server.url")
                .map(URI::create)
                .orElseThrow(() -> new IllegalArgumentException("xt.server=remote needs -Dxt.server.url=http://…"));
    }

    static Optional<String> databaseUrl() {
        return given("xt.db.url");
    }

    /** Returns the build-time options: a change of one needs another {@code kc.sh build}. */
    static Map<String, String> buildOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("KC_DB", databaseUrl().isPresent() ? "postgres" : "dev-file");
        options.put("KC_HEALTH_ENABLED", "true");
        options.put("KC_METRICS_ENABLED", "true");
        return options;
    }

    /** Returns the run-time options, as Keycloak reads them from the environment. */
    static Map<String, String> runOptions(Ports ports) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("KC_HTTP_ENABLED", "true");
        options.put("KC_HTTP_HOST", "127.0.0.1");
        options.put("KC_HTTP_PORT", String.valueOf(ports.http()));
        options.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        options.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(ports.management()));
        options.put("KC_HOSTNAME_STRICT", "false");
        options.put("KC_CACHE", "local");
        options.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        options.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        // All that we would ever say, so that the search for codes in the log is worth something.
        options.put("KC_LOG_LEVEL", "INFO,dev.externaltenants:trace");
        // Without it a moved clock would not expire codes, which live in Infinispan.
        options.put("KC_SPI_CONNECTIONS_INFINISPAN__DEFAULT__USE_KEYCLOAK_TIME_SERVICE", "true");
        options.put("KC_SPI_XT_CUSTOM_EXTENSION__XT_COMPONENT__ALLOWED_HOSTS", "127.0.0.1");
        databaseUrl().ifPresent(url -> {
            options.put("KC_DB_URL", url);
            given("xt.db.user").ifPresent(user -> options.put("KC_DB_USERNAME", user));
            given("xt.db.password").ifPresent(password -> options.put("KC_DB_PASSWORD", password));
        });
        return options;
    }

    private static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }
}
