package dev.externaltenants.tests.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.ProviderJars;
import dev.externaltenants.tests.servers.ServerOptions;

/** What the command line says ({@code -Dxt.…}, see {@code script/test --help}) and where things lie. */
final class Settings {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private Settings() {}

    static Path node() {
        return MODULE.resolve("node");
    }

    static Path target() {
        return MODULE.resolve("target");
    }

    /** Returns where Maven unpacked Keycloak. */
    static Path distribution() {
        return target().resolve("keycloak-" + keycloakVersion());
    }

    /** Returns the jars under test: what {@code docker/} packed, and the tests' own helper. */
    static ProviderJars providers() {
        return ProviderJars.in(
                MODULE.resolveSibling("docker").resolve("target/providers"), target().resolve("support"));
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

    /** Returns whether Keycloak's embedded database is wanted, else a PostgreSQL is started. */
    static boolean embeddedDatabase() {
        return given("xt.suite").orElse("h2").equals("h2");
    }

    /** Returns whether two nodes are wanted. */
    static boolean cluster() {
        return given("xt.suite").orElse("h2").equals("cluster");
    }

    /** Returns the database that is there already. */
    static Optional<Database> givenDatabase() {
        return given("xt.db.url")
                .map(url -> Database.postgres(
                        url,
                        given("xt.db.user").orElse("kc"),
                        given("xt.db.password").orElse("")));
    }

    static Map<String, String> runOptions(Database database, Ports ports) {
        Map<String, String> options = ServerOptions.run(database, ports);
        // All that we would ever say, so that the search for codes in the log is worth something.
        options.put("KC_LOG_LEVEL", "INFO,dev.externaltenants:trace");
        // Without it a moved clock would not expire codes, which live in Infinispan.
        options.put("KC_SPI_CONNECTIONS_INFINISPAN__DEFAULT__USE_KEYCLOAK_TIME_SERVICE", "true");
        // Keycloak's hash is made to take long, 30 ms of processor time for each of the thousands of passwords here.
        options.put("KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "64");
        options.put("KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1");
        // For a mail server that never comes to an end, which nobody wants to wait a minute for.
        options.put("KC_SPI_XT_PASSCODE_SENDER__XT_MAIL__DEADLINE", "5");
        // Off by default, and a door to identity providers where an operator switches it on.
        options.put("KC_SPI_LOGIN_PROTOCOL__OPENID_CONNECT__ALLOW_CLIENT_INITIATED_ACCOUNT_LINKING", "true");
        return options;
    }

    private static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }
}
