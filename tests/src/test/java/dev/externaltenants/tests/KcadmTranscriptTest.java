package dev.externaltenants.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.harness.KeycloakTools;
import dev.externaltenants.tests.servers.AdminApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/kcadm.md} does what it says, with the {@code kcadm.sh} that Keycloak ships. */
final class KcadmTranscriptTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```$");

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
        String said = run(transcript().replace("contoso", realm), folder);

        assertThat(said).as(said).endsWith("[ ]");
        String document = document(realm);
        assertThat(document).contains("\"store\"", "\"customers\"", "\"loyaltyNumber\"", "\"REQUIRED\"");
        assertThat(document(realm + "-test")).isEqualTo(document);
    }

    private String document(String of) {
        return admin.get("/" + of + "/external-tenant/document").expect(200).body();
    }

    private static String transcript() {
        return BLOCK.matcher(Documents.text(Documents.REPOSITORY.resolve("docs/kcadm.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static String run(String script, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("PATH", KeycloakTools.folder() + ":" + System.getenv("PATH"));
        // Where it keeps its token.
        shell.environment().put("KC_OPTS", "-Duser.home=" + folder);
        shell.environment().putAll(KeycloakTools.administrator());
        Process process = shell.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said).strip();
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text;
    }
}
