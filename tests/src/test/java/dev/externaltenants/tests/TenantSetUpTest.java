package dev.externaltenants.tests;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A realm becomes an external tenant by one call, and stays as it is when the call is repeated. */
@Tag("any-database")
final class TenantSetUpTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("set-up", MAIL);

    @Test
    void repeatingTheCallChangesNothing() {
        JsonNode flowsBefore = authenticationFlows();
        JsonNode realmBefore = realm();

        TENANT.admin().put(TENANT.path(""), Map.of("displayName", "Contoso")).expect(200);

        assertThat(authenticationFlows()).isEqualTo(flowsBefore);
        assertThat(realm()).isEqualTo(realmBefore);
    }

    @Test
    void bindsTheFlowsOfATenant() {
        assertThat(realm().path("browserFlow").asText()).startsWith("xt ");
        assertThat(realm().path("registrationFlow").asText()).startsWith("xt ");
    }

    @Test
    void aTenantThatLostTheStepForCodesSignsNobodyInByCode() {
        Tenant lost = Tenant.named("lost-step", MAIL).create();
        try {
            Map<String, Object> byCode = FlowSpec.named("codes").byCode().json();
            RelyingParty app =
                    lost.app("by-code", lost.userFlow(FlowSpec.named("early").byCode()));
            lost.admin().delete(stepForCodesOf(lost));

            FormPage refused = Journey.at(app, MAIL).identified(Customers.anyone());
            Answer flowRefused = lost.admin().post(lost.path("/user-flows"), byCode);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("Signing in to this app is not possible at the moment");
            assertThat(flowRefused.status()).isEqualTo(409);
            assertThat(flowRefused.error()).isEqualTo("xt_flow_method_unavailable");
        } finally {
            lost.delete();
        }
    }

    private static String stepForCodesOf(Tenant tenant) {
        String flow = "/" + tenant.realm() + "/authentication/flows/xt%20browser%20first%20factor/executions";
        for (JsonNode step : tenant.admin().get(flow).expect(200).json()) {
            if (step.path("providerId").asText().equals("xt-sign-in-code")) {
                return "/" + tenant.realm() + "/authentication/executions/"
                        + step.path("id").asText();
            }
        }
        throw new AssertionError("No step for codes");
    }

    @Test
    void theAdministrationRealmIsRefused() {
        Answer answer = TENANT.admin().put("/master/external-tenant", Map.of("displayName", "Master"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("xt_tenant_master_refused");
    }

    @Test
    void aRealmThatIsNoTenantSaysSo() {
        Answer answer = TENANT.admin().get("/master/external-tenant");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("xt_tenant_not_found");
    }

    private static JsonNode realm() {
        return TENANT.admin().get("/" + TENANT.realm()).expect(200).json();
    }

    private static JsonNode authenticationFlows() {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/authentication/flows")
                .expect(200)
                .json();
    }
}
