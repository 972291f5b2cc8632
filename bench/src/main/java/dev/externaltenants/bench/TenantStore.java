package dev.externaltenants.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.bench.report.Growth;
import dev.externaltenants.tests.servers.Database;

/**
 * The databases with many tenants, which take long to fill: kept for later runs, also of other jars, as an operator's
 * database is.
 *
 * @param folder of this Keycloak and this number of tenants
 */
record TenantStore(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TenantStore of(Workshop workshop, int tenants) {
        TenantStore store =
                new TenantStore(workshop.home().resolve("tenants-" + tenants + "-" + Workshop.keycloakVersion()));
        try {
            Files.createDirectories(store.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store;
    }

    boolean isComplete() {
        return Files.exists(growthFile());
    }

    /** Returns where the database with so many tenants is dumped. */
    Path dump(int tenants) {
        return folder.resolve(tenants + ".dump");
    }

    /**
     * Returns a database with so many tenants.
     *
     * @param beside the number of the run that wants it, since each wants its own
     */
    Database restored(int tenants, int beside, Workshop workshop) {
        return workshop.postgres().restore("tenants" + tenants + "_" + beside, dump(tenants));
    }

    /** Keeps what was measured while they were filled; with that, they are complete. */
    void keep(Growth growth) {
        try {
            JSON.writeValue(growthFile().toFile(), growth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Growth growth() {
        try {
            return JSON.readValue(growthFile().toFile(), Growth.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path growthFile() {
        return folder.resolve("growth.json");
    }
}
