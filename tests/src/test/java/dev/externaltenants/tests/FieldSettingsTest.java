package dev.externaltenants.tests;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** All that a field can have comes back as it was written, from our REST and by the tenant document. */
@Tag("any-database")
final class FieldSettingsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("field-settings", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("field-settings-copy", MAIL);

    @Test
    void travelWithTheTenantDocument() {
        JsonNode written = TENANT.admin()
                .get(TENANT.path("/user-flows/" + LargestForm.flow(TENANT)))
                .expect(200)
                .json();

        JsonNode document =
                TENANT.admin().get(TENANT.path("/document")).expect(200).json();
        OTHER.admin()
                .put(
                        OTHER.path("/document"),
                        Map.of("attributes", document.path("attributes"), "userFlows", document.path("userFlows")))
                .expect(200);

        JsonNode copy = OTHER.admin()
                .get(OTHER.path("/user-flows?search=largest"))
                .expect(200)
                .json();
        assertThat(copy.at("/0/attributes"))
                .isEqualTo(written.path("attributes"))
                .hasSize(20);
        assertThat(copy.at("/0/attributes/19/consent/version").asText()).isEqualTo("1");
        assertThat(copy.at("/0/attributes/9/helpText/de").asText()).isEqualTo("Mit Vorwahl.");
    }
}
