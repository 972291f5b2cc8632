package dev.externaltenants.bench;

import java.nio.file.Path;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.Postgres;
import dev.externaltenants.tests.servers.ProviderJars;
import dev.externaltenants.tests.servers.ServerOptions;

/**
 * Where servers come from: a PostgreSQL of this run, and Keycloak built with the jars under test.
 *
 * @param home a folder that is kept between runs
 */
record Workshop(Path home, Postgres postgres, ProviderJars jars) implements AutoCloseable {

    static Workshop open() {
        Path home = Path.of(System.getProperty("xt.bench.home"));
        // A run that is ended from outside takes its servers with it.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        return new Workshop(home, Postgres.start(home), ProviderJars.in(Path.of("docker/target/providers")));
    }

    BenchServer start(Database database) {
        return BenchServer.start(distribution(database), postgres, database);
    }

    /** Starts one more beside another. */
    BenchServer startBeside(String name, Database database) {
        Distribution copy = distribution(database)
                .copiedTo(home.resolve("keycloak-" + name), home.resolve("keycloak-" + name + ".log"));
        return BenchServer.start(copy, postgres, database);
    }

    static String keycloakVersion() {
        return System.getProperty("xt.keycloak.version");
    }

    private Distribution distribution(Database database) {
        return new Distribution(home.resolve("keycloak-" + keycloakVersion()), home.resolve("keycloak.log"))
                .built(jars, ServerOptions.build(database));
    }

    @Override
    public void close() {
        postgres.close();
    }
}
