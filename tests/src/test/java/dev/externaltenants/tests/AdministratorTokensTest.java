package dev.externaltenants.tests;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.Transcript;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands of {@code docs/administrators.md} call our REST as an administrator for one task. */
@Tag("any-database")
final class AdministratorTokensTest {

    private static final Pattern VERIFICATION = Pattern.compile("http\\S+/device\\?user_code=\\S+");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("tokens", MAIL);

    private final String mia = "mia-" + TENANT.realm();

    @AfterEach
    void deleteMia() {
        JsonNode found =
                TENANT.admin().get("/master/users?exact=true&username=" + mia).json();
        TENANT.admin().delete("/master/users/" + found.at("/0/id").asText());
    }

    @Test
    void theCommandsCallTheRestForAnAdministratorOfMasterForAProgramAndForOneOfTheTenant(@TempDir Path folder)
            throws Exception {
        TENANT.userFlow(FlowSpec.named("customers"));
        TENANT.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        String robin = Customers.anyone();
        TENANT.existingCustomer(robin, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, robin, "xt-user-flow-administrator");

        String said;
        try (Transcript transcript = Transcript.start(commands(), folder, Map.of("MIA_PASSWORD", Journey.PASSWORD))) {
            FormPage end = approve(URI.create(transcript.waitFor(VERIFICATION)), robin);
            assertThat(end.text()).contains("Device connected");
            said = transcript.finish();
        }

        // Mia's list, the program's list, and Robin's.
        assertThat(said.split("kim@contoso.example", -1)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(said).contains("\"customers\"");
    }

    private FormPage approve(URI verification, String email) {
        FormBrowser browser = new FormBrowser();
        FormPage signIn = browser.open(verification).asking("username");
        FormPage password = browser.submit(signIn, Map.of("username", email)).asking("password");
        FormPage change =
                browser.submit(password, Map.of("password", Journey.PASSWORD)).asking("accept");
        Element form = change.document().select("form:has([name=accept])").first();
        return browser.post(
                URI.create(form.absUrl("action")),
                Map.of("accept", "Yes", "code", form.select("[name=code]").val()));
    }

    private String commands() {
        return Transcript.of(Documents.text(Documents.REPOSITORY.resolve("docs/administrators.md")))
                .replace("contoso", TENANT.realm())
                .replace("mia ", mia + " ");
    }
}
