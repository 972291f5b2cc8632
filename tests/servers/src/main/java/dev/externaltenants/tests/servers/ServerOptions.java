package dev.externaltenants.tests.servers;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every Keycloak here is started with, as it reads options from the environment. */
public final class ServerOptions {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "admin";

    private ServerOptions() {}

    /** Returns the build-time options: a change of one needs another {@code kc.sh build}. */
    public static Map<String, String> build(Database database) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("KC_DB", database.kind());
        options.put("KC_HEALTH_ENABLED", "true");
        options.put("KC_METRICS_ENABLED", "true");
        return options;
    }

    /** Returns the run-time options of a node that knows of no other. */
    public static Map<String, String> run(Database database, Ports ports) {
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
        options.put("KC_SPI_XT_CUSTOM_EXTENSION__XT_COMPONENT__ALLOWED_HOSTS", "127.0.0.1");
        options.putAll(database.options());
        return options;
    }
}
