package dev.externaltenants.bench;

import java.nio.file.Path;
import java.util.Map;

import dev.externaltenants.bench.measure.ServerCpu;
import dev.externaltenants.bench.measure.StatementLog;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.KeycloakProcess;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.Postgres;
import dev.externaltenants.tests.servers.ServerOptions;

/** A Keycloak with our jars on a PostgreSQL, as an operator would run it, but with room for mails. */
final class BenchServer implements AutoCloseable {

    private static final String PASSCODE = "KC_SPI_XT_ONE_TIME_PASSCODE__XT_DEFAULT__";

    /** All load comes from one address, and each customer signs in more often than anybody does. */
    private static final Map<String, String> OPTIONS = Map.of(
            // The flight recorder would cut Keycloak's stacks off where they begin; without a recording it does
            // nothing.
            "JAVA_OPTS_APPEND",
            "-XX:FlightRecorderOptions=stackdepth=256 " + ServerCpu.KEEP_COMPILERS,
            // Keycloak's default, at most 512 MB, is half full with the caches of 1,000 tenants: collecting garbage
            // would be what is measured.
            "JAVA_OPTS_KC_HEAP",
            "-Xms1g -Xmx1g",
            "KC_CACHE_EMBEDDED_REALMS_MAX_COUNT",
            "100000",
            PASSCODE + "COOL_DOWN",
            "1",
            PASSCODE + "MAILS_PER_ADDRESS",
            "30",
            PASSCODE + "MAILS_PER_SOURCE",
            "100000",
            PASSCODE + "MAILS_PER_TENANT",
            "1000000");

    private final Postgres postgres;
    private final KeycloakProcess keycloak;
    private final int port;
    private final ServerCpu cpu;

    private BenchServer(Postgres postgres, KeycloakProcess keycloak, int port) {
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.port = port;
        cpu = new ServerCpu(keycloak.java());
    }

    static BenchServer start(Distribution built, Postgres postgres, Database database) {
        Ports ports = Ports.free();
        Map<String, String> options = ServerOptions.run(database, ports);
        options.putAll(OPTIONS);
        return new BenchServer(postgres, built.start(ports, options), ports.http());
    }

    int port() {
        return port;
    }

    AdminApi admin() {
        return keycloak.admin();
    }

    ProcessHandle java() {
        return keycloak.java();
    }

    ServerCpu cpu() {
        return cpu;
    }

    StatementLog statements() {
        return new StatementLog(postgres);
    }

    /** Returns where to write down what ran, beside the log. */
    Path statementsFolder() {
        return keycloak.log().resolveSibling("statements");
    }

    @Override
    public void close() {
        keycloak.stop();
    }
}
