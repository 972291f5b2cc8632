package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.KeycloakServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server says at its start about our jars. */
@Tag("any-database")
final class SelfCheckTest {

    private static final String MODULES = "modules: keycloak-compat, spi-claims-extension, spi-custom-attributes,"
            + " spi-email-otp, spi-tenant, spi-userflow";

    private static List<String> log;

    @BeforeAll
    static void readLog() {
        KeycloakServer server = KeycloakServer.running();
        Assumptions.assumeTrue(server.log().isPresent(), "the server's log is out of reach");
        log = server.log().map(Path::toAbsolutePath).map(Documents::text).stream()
                .flatMap(String::lines)
                .toList();
    }

    @Test
    void oneLineSaysWhatRunsOnWhat() {
        String keycloak = System.getProperty("xt.keycloak.version");

        assertThat(log)
                .filteredOn(line -> line.contains("built for Keycloak"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("INFO", "External Tenants 0.", "built for Keycloak " + keycloak)
                        .contains("running on " + keycloak, "Java ", "database ", MODULES, "themes"));
    }

    @Test
    void nothingIsAmissWithThePackedJars() {
        assertThat(log).noneMatch(line -> line.contains("WARN") && line.contains("External Tenants"));
    }

    @Test
    void theRealmCacheThatWasLeftAtItsDefaultIsMentioned() {
        assertThat(log)
                .filteredOn(line -> line.contains("--cache-embedded-realms-max-count"))
                .isNotEmpty()
                .allMatch(line -> line.contains("INFO"));
    }

    @Test
    void theAdminConsoleShowsTheSame() {
        String info = KeycloakServer.running()
                .admin()
                .callAt("GET", "/admin/serverinfo", null, Map.of())
                .expect(200)
                .json()
                .at("/providers/xt-compat/providers/xt-keycloak-26-7/operationalInfo")
                .toString();

        assertThat(info)
                .contains("\"runningOnKeycloak\":\"" + System.getProperty("xt.keycloak.version") + "\"")
                .contains("\"warnings\":\"none\"");
    }
}
