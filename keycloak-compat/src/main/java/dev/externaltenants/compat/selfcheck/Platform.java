package dev.externaltenants.compat.selfcheck;

import org.keycloak.Config;
import org.keycloak.common.Version;

/**
 * What we run on.
 *
 * @param database as {@code --db} names it
 * @param realmCacheSize as {@code --cache-embedded-realms-max-count} says, or null
 */
record Platform(String keycloak, String java, String database, String realmCacheSize) {

    static Platform of(Config.Scope anyScope) {
        Config.Scope options = anyScope.root();
        return new Platform(
                Version.VERSION,
                Runtime.version().toString(),
                options.get("db", "unknown"),
                options.get("cache-embedded-realms-max-count"));
    }
}
