package dev.externaltenants.tests.servers;

import java.util.Map;

/**
 * Where a Keycloak keeps its data.
 *
 * @param kind as Keycloak's option {@code db} has it; a change needs another build
 * @param options its address and credentials as Keycloak reads them from the environment
 */
public record Database(String kind, Map<String, String> options) {

    /** Returns H2 in a file of the distribution's folder. */
    public static Database embedded() {
        return new Database("dev-file", Map.of());
    }

    public static Database postgres(String url, String user, String password) {
        return new Database("postgres", Map.of("KC_DB_URL", url, "KC_DB_USERNAME", user, "KC_DB_PASSWORD", password));
    }

    public boolean isEmbedded() {
        return options.isEmpty();
    }
}
