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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A realm becomes an external tenant by one call, and stays as it is when the call is repeated. */
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

    /** As a tenant that was made before there was sign-in by code, with a step that its operator added. */
    @Test
    void repeatingTheCallAddsAStepThatAnEarlierVersionLackedAndKeepsWhatAnOperatorAdded() {
        String flow = "/" + TENANT.realm() + "/authentication/flows/xt%20browser%20first%20factor/executions";
        TENANT.admin().delete(executionPath(flow, "xt-sign-in-code"));
        TENANT.admin()
                .post(flow + "/execution", Map.of("provider", "idp-auto-link"))
                .expect(201);
        Answer refused = TENANT.admin().post(TENANT.path("/user-flows"), byCode());

        TENANT.admin().put(TENANT.path(""), Map.of("displayName", "Contoso")).expect(200);

        assertThat(refused.error()).isEqualTo("xt_flow_method_unavailable");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(TENANT.admin().get(flow).expect(200).json().findValuesAsText("providerId"))
                .containsExactly(
                        "conditional-level-of-authentication",
                        "xt-identify",
                        "xt-sign-in-code",
                        "xt-password",
                        "idp-auto-link");
        TENANT.admin().delete(executionPath(flow, "idp-auto-link"));
        TENANT.admin().post(TENANT.path("/user-flows"), byCode()).expect(201);
    }

    @Test
    void aTenantThatLostTheStepSignsNobodyInByCode() {
        RelyingParty app = TENANT.app(
                "by-code", TENANT.userFlow(FlowSpec.named("lost-step").byCode()));
        String flow = "/" + TENANT.realm() + "/authentication/flows/xt%20browser%20first%20factor/executions";
        TENANT.admin().delete(executionPath(flow, "xt-sign-in-code"));

        FormPage refused = Journey.at(app, MAIL).identified(Customers.anyone());

        TENANT.admin().put(TENANT.path(""), Map.of("displayName", "Contoso")).expect(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Signing in to this app is not possible at the moment");
    }

    private static Map<String, Object> byCode() {
        return FlowSpec.named("codes").byCode().json();
    }

    private static String executionPath(String flow, String provider) {
        for (JsonNode execution : TENANT.admin().get(flow).expect(200).json()) {
            if (execution.path("providerId").asText().equals(provider)) {
                return "/" + TENANT.realm() + "/authentication/executions/"
                        + execution.path("id").asText();
            }
        }
        throw new AssertionError("No step " + provider);
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
