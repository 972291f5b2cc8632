package dev.externaltenants.tests;

import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes take another way than mail where somebody gave the server a sender of their own. */
@Tag("any-database")
final class OwnSenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("own-sender", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void app() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
    }

    @Test
    void itGetsAllThatTheCodeIsAboutAndTheMailIsNotSent() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage codePage = journey.codePage(email);

        JsonNode message = keptFor(email);

        assertThat(message.path("code").asText()).matches("\\d{8}");
        assertThat(message.path("purpose").asText()).isEqualTo("SIGN_UP");
        assertThat(message.path("clientId").asText()).isEqualTo("shop");
        assertThat(message.path("locale").asText()).isEqualTo("en");
        assertThat(message.path("lifetime").asInt()).isEqualTo(600);
        assertThat(message.path("mail").path("text").asText())
                .contains(message.path("code").asText());
        assertThat(journey.typeCode(codePage, message.path("code").asText()).asks("attr.givenName"))
                .isTrue();
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void thePageSaysWhatItCouldNotDeliver() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage codePage = journey.codePage("unreachable-" + Customers.anyone());

        Waits.until("the page to say that nothing was sent", PATIENCE, () -> journey.browser()
                .open(codePage.action())
                .text()
                .contains("We could not send the email with your code"));
    }

    @Test
    void theLogHasNoCodeOfIt() {
        String email = Customers.anyone();
        Journey.at(shop, MAIL).codePage(email);
        String code = keptFor(email).path("code").asText();

        for (Path log : TENANT.server().log().stream().toList()) {
            assertThat(Documents.text(log.toAbsolutePath()))
                    .doesNotContain(code)
                    .doesNotContain(email);
        }
    }

    private static JsonNode keptFor(String email) {
        JsonNode[] found = new JsonNode[1];
        Waits.until("the message to " + email, PATIENCE, () -> {
            TestSupport.of(TENANT.server()).keptMessages(TENANT.realm()).forEach(message -> {
                if (message.path("address").asText().equals(email)) {
                    found[0] = message;
                }
            });
            return found[0] != null;
        });
        return found[0];
    }
}
