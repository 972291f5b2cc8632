package dev.externaltenants.tests.harness;

import java.nio.file.Path;
import java.util.Map;

import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.ServerOptions;

/** The commands of Keycloak's distribution, beside the server under test. */
public final class KeycloakTools {

    private KeycloakTools() {}

    /** Returns where they lie. */
    public static Path folder() {
        return Settings.distribution().resolve("bin");
    }

    /** Returns what a script needs to sign in to the server under test, as variables of its environment. */
    public static Map<String, String> administrator() {
        return Map.of(
                "KEYCLOAK", KeycloakServer.running().base().toString(),
                "KEYCLOAK_ADMIN", ServerOptions.ADMIN,
                "KEYCLOAK_PASSWORD", ServerOptions.ADMIN_PASSWORD);
    }

    /** Returns a distribution with our jars, an empty database of its own, and no server. */
    public static Distribution withoutServer() {
        Distribution copy = new Distribution(Settings.distribution(), log())
                .copiedTo(Settings.target().resolve("tools/keycloak"), log())
                .built(Settings.providers(), ServerOptions.build(Database.embedded()));
        copy.forgetData();
        return copy;
    }

    /** Runs {@code kc.sh} and waits for its end. */
    public static void run(Distribution distribution, String... command) {
        distribution.run(Settings.runOptions(Database.embedded(), Ports.free()), command);
    }

    private static Path log() {
        return Settings.target().resolve("tools.log");
    }
}
