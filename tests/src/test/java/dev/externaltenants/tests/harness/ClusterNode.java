package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.KeycloakProcess;
import dev.externaltenants.tests.servers.Ports;

/** A Keycloak that finds others by the database and shares its caches with them; it keeps its ports over restarts. */
final class ClusterNode {

    // Keycloak's own, 50000, would lead from our ports past the last one.
    private static final String FAILURE_DETECTION = "-Djgroups.fd.port-offset=100";
    private static final String IPV4 = "-Djava.net.preferIPv4Stack=true";

    /** A node of the tests is killed before the second compiler would pay. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final Distribution distribution;
    private final Ports ports = Ports.free();
    private final Map<String, String> options;
    private KeycloakProcess process;

    /** @param address what customers and apps see of the cluster */
    ClusterNode(Distribution distribution, Database database, URI address) {
        this.distribution = distribution;
        this.options = Settings.runOptions(database, ports);
        options.put("KC_HOSTNAME", address.toString());
        options.put("KC_PROXY_HEADERS", "xforwarded");
        options.put("KC_CACHE", "ispn");
        options.put("KC_CACHE_STACK", "jdbc-ping");
        options.put("KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS", "127.0.0.1");
        options.put("KC_CACHE_EMBEDDED_NETWORK_BIND_PORT", String.valueOf(Ports.freePort()));
        options.put("JAVA_OPTS_APPEND", String.join(" ", FAILURE_DETECTION, IPV4, QUICK_START));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + ports.management());
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns when it is ready, which is when it holds its copy of what the others hold. */
    void start() {
        process = distribution.start(ports, options);
    }

    void kill() {
        process.kill();
    }
}
