package dev.externaltenants.tests;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a hook has to say is what happens; the tests' server has one that does what a flow's description says. */
@Tag("any-database")
final class AttributeCollectionHookTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("hooks", MAIL);

    @BeforeAll
    static void attribute() {
        TENANT.attribute("tier", "STRING");
        TENANT.attribute("fixed", "STRING");
    }

    @Test
    void aHookFillsInThePageAndWhatThePageDoesNotShow() {
        String email = Customers.anyone();
        Journey journey =
                journey("prefill", "start prefill city=Oslo\nstart prefill tier=gold\nstart prefill fixed=no");

        FormPage page = page(journey, email);
        assertThat(page.document().select("[name=attr.city]").val()).isEqualTo("Oslo");
        journey.browser()
                .submit(page, Map.of("attr.city", "Bergen", "attr.tier", "platinum"))
                .returned();

        assertThat(stored(email, "locality")).isEqualTo("Bergen");
        assertThat(stored(email, "tier")).isEqualTo("gold");
        assertThat(stored(email, "fixed")).isEmpty();
    }

    @Test
    void aHookLetsNobodySeeThePage() {
        Journey journey = journey("closed", "start block Not <b>now</b>|Come back at {noon}, it's fine.");

        FormPage page = page(journey, Customers.anyone());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Not <b>now</b>", "Come back at {noon}, it's fine.");
        assertThat(page.asks("attr.city")).isFalse();
    }

    @Test
    void aHookChangesWhatIsStored() {
        String email = Customers.anyone();
        Journey journey = journey("modify", "submit modify city=Bergen\nsubmit modify tier=silver");

        journey.browser()
                .submit(page(journey, email), Map.of("attr.city", "Oslo"))
                .returned();

        assertThat(stored(email, "locality")).isEqualTo("Bergen");
        assertThat(stored(email, "tier")).isEqualTo("silver");
    }

    @Test
    void aHookSaysWhatIsWrongAndNobodyIsCreated() {
        String email = Customers.anyone();
        Journey journey = journey("invalid", "submit invalid city=We don't <i>deliver</i> to {0}.");

        FormPage refused = journey.browser().submit(page(journey, email), Map.of("attr.city", "Oslo"));

        assertThat(refused.errorOf("attr.city")).isEqualTo("We don't <i>deliver</i> to {0}.");
        assertThat(refused.message()).contains("Please look again.");
        assertThat(refused.document().select("[name=attr.city]").val()).isEqualTo("Oslo");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void aHookEndsASignUp() {
        String email = Customers.anyone();
        Journey journey = journey("ended", "submit block Sorry|Not in Oslo.");

        FormPage blocked = journey.browser().submit(page(journey, email), Map.of("attr.city", "Oslo"));

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.text()).contains("Sorry", "Not in Oslo.");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    private static Journey journey(String name, String script) {
        String flow = TENANT.userFlow(FlowSpec.named(name)
                .byCode()
                .described(script)
                .asks("city")
                .asks("tier", Map.of("hidden", true))
                .asks("fixed", Map.of("hidden", true, "editable", false)));
        return Journey.at(TENANT.app(name, flow), MAIL);
    }

    private static FormPage page(Journey journey, String email) {
        return journey.typeCode(journey.codePage(email), MAIL.codeFor(email));
    }

    private static String stored(String email, String attribute) {
        JsonNode values = TENANT.customer(email).path("attributes").path(attribute);
        return values.path(0).asText();
    }
}
