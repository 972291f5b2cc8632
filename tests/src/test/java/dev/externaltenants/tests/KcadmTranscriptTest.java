package dev.externaltenants.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.harness.Transcript;
import dev.externaltenants.tests.servers.AdminApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/kcadm.md} does what it says, with the {@code kcadm.sh} that Keycloak ships. */
@Tag("any-database")
final class KcadmTranscriptTest {

    private final AdminApi admin = KeycloakServer.running().admin();
    private final String realm = "kcadm-"
            + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());

    @AfterEach
    void deleteRealms() {
        admin.delete("/" + realm);
        admin.delete("/" + realm + "-test");
    }

    @Test
    void makesATenantAndCarriesItToAnother(@TempDir Path folder) throws Exception {
        String commands = Transcript.of(Documents.text(Documents.REPOSITORY.resolve("docs/kcadm.md")));
        Files.write(folder.resolve("logo.png"), Base64.getDecoder().decode(Pictures.inBase64("png", 60, 20)));
        String said;
        try (Transcript transcript = Transcript.start(commands.replace("contoso", realm), folder, Map.of())) {
            said = transcript.finish();
        }

        assertThat(said).as(said).endsWith("[ ]");
        String document = document(realm);
        assertThat(document).contains("\"store\"", "\"customers\"", "\"loyaltyNumber\"", "\"REQUIRED\"");
        assertThat(document(realm + "-test")).isEqualTo(document);
        JsonNode brand = admin.get("/" + realm + "/external-tenant/branding").json();
        assertThat(brand.path("draft")).isEqualTo(brand.path("published"));
        assertThat(brand.at("/draft/accentColor").asText()).isEqualTo("#0f6b62");
        assertThat(brand.at("/draft/layout").asText()).isEqualTo("partial");
        assertThat(brand.at("/draft/images/bannerLogo/width").asInt()).isEqualTo(60);
    }

    private String document(String of) {
        return admin.get("/" + of + "/external-tenant/document").expect(200).body();
    }
}
