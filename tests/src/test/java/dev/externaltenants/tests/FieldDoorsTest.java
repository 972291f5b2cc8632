package dev.externaltenants.tests;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Fields that the page does not let customers fill in change by no post of theirs. */
@Tag("any-database")
final class FieldDoorsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("field-doors", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void flow() {
        for (String attribute : List.of("tier", "level", "secret", "unasked")) {
            TENANT.attribute(attribute, "STRING");
        }
        shop = TENANT.app(
                "shop",
                TENANT.userFlow(FlowSpec.named("default")
                        .byCode()
                        .asks("city")
                        .asks("tier", Map.of("hidden", true, "required", true, "defaultValue", "basic"))
                        .asks("level", Map.of("editable", false, "defaultValue", "3"))
                        .asks("secret", Map.of("hidden", true, "editable", false))));
    }

    @Test
    void postsOfHiddenReadOnlyAndUnknownFieldsChangeNothing() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        Map<String, String> posted = new HashMap<>(Map.of("attr.city", "Oslo"));
        for (String field : List.of("tier", "level", "secret", "unasked", "email", "xt.deletedAt", "enabled")) {
            posted.put("attr." + field, "posted-by-hand");
            posted.put(field, "posted-by-hand");
        }

        journey.browser().submit(page(journey, email), posted).returned();

        JsonNode customer = TENANT.customer(email);
        assertThat(customer.path("email").asText()).isEqualTo(email);
        assertThat(customer.path("enabled").asBoolean()).isTrue();
        assertThat(customer.path("attributes").path("locality").path(0).asText())
                .isEqualTo("Oslo");
        assertThat(customer.path("attributes").path("tier").path(0).asText()).isEqualTo("basic");
        assertThat(customer.path("attributes").path("level").path(0).asText()).isEqualTo("3");
        assertThat(customer.toString()).doesNotContain("posted-by-hand");
    }

    @Test
    void suchAPostIsOneLineInTheLogWithoutAValue() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);

        journey.browser()
                .submit(
                        page(journey, email),
                        Map.of(
                                "attr.city",
                                "Oslo",
                                "attr.tier",
                                "value-of-one-post",
                                "attr.x\nFORGED",
                                "value-of-one-post"))
                .returned();

        for (Path log : TENANT.server().log().stream().toList()) {
            String written = Documents.text(log);
            assertThat(written)
                    .contains("Ignored fields that the page does not let customers fill in: [tier] and 1 unknown,"
                            + " user flow default, app shop")
                    .doesNotContain("value-of-one-post")
                    .doesNotContain("FORGED");
        }
    }

    @Test
    void thePageShowsWhatTheCustomerMayReadAndNothingElse() {
        FormPage page = page(Journey.at(shop, MAIL), Customers.anyone());

        assertThat(page.document().select("input[readonly]").eachAttr("value")).containsExactly("3");
        assertThat(page.document().select("[name^=attr.]").eachAttr("name")).containsExactly("attr.city");
        assertThat(page.document().html()).doesNotContain("basic");
    }

    private static FormPage page(Journey journey, String email) {
        return journey.typeCode(journey.codePage(email), MAIL.codeFor(email));
    }
}
