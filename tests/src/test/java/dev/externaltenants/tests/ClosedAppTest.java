package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An app whose user flow is closed, or would be passed by, gets no token, whatever its customer proved before. */
@Tag("any-database")
final class ClosedAppTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("closed-app", MAIL);

    private final String email = Customers.anyone();

    @BeforeEach
    void customer() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void aRefreshIsRefusedAfterTheFlowWasDisabled() {
        FlowSpec flow = FlowSpec.named("to-be-disabled");
        String flowId = TENANT.userFlow(flow);
        Journey journey = Journey.at(TENANT.app("shop", flowId), MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
        journey.signIn().refresh(tokens.refreshToken()).expect(200);

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flowId), flow.disabled().json())
                .expect(200);

        assertNoToken(journey.signIn().refresh(tokens.refreshToken()));
    }

    @Test
    void aRefreshIsRefusedAfterTheFlowBeganToRequireMfa() {
        FlowSpec flow = FlowSpec.named("to-be-secured");
        String flowId = TENANT.userFlow(flow);
        Journey journey = Journey.at(TENANT.app("bank", flowId), MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flowId), flow.requiresMfa().json())
                .expect(200);

        assertNoToken(journey.signIn().refresh(tokens.refreshToken()));
    }

    @Test
    void theEventLogSaysWhyNoTokensWereGiven() {
        FlowSpec flow = FlowSpec.named("to-be-told");
        String flowId = TENANT.userFlow(flow);
        Journey journey = Journey.at(TENANT.app("kiosk", flowId), MAIL);
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flowId), flow.requiresMfa().json())
                .expect(200);
        assertNoToken(journey.signIn().redeemUnchecked(returned));

        JsonNode events = TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=CODE_TO_TOKEN_ERROR&client=kiosk")
                .expect(200)
                .json();
        assertThat(events.findValuesAsText("error")).containsExactly("xt_level_not_reached");
        assertThat(events.findValuesAsText("xt_user_flow")).containsExactly("to-be-told");
    }

    @Test
    void aCodeIsNotExchangedAfterTheFlowWasDisabled() {
        FlowSpec flow = FlowSpec.named("disabled-meanwhile");
        String flowId = TENANT.userFlow(flow);
        Journey journey = Journey.at(TENANT.app("bistro", flowId), MAIL);
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();

        TENANT.admin()
                .put(TENANT.path("/user-flows/" + flowId), flow.disabled().json())
                .expect(200);

        assertNoToken(journey.signIn().redeemUnchecked(returned));
    }

    @Test
    void anAppThatOverridesTheFlowsIsNotMapped() {
        String flowId = TENANT.userFlow(FlowSpec.named("refusing"));
        TENANT.app("overriding", null);
        overrideBrowserFlowOf(TENANT, "overriding");

        Answer refused = TENANT.admin().put(TENANT.path("/user-flows/" + flowId + "/applications/overriding"), null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("xt_application_overrides_flows");
        assertThat(TENANT.admin()
                        .get(TENANT.path("/user-flows/" + flowId + "/applications"))
                        .json())
                .isEmpty();
    }

    /** Keycloak's own browser flow asks no gate of ours, so the last door is the token endpoint. */
    @Test
    void aMappedAppThatOverridesTheFlowsAfterwardsGetsNoToken() {
        RelyingParty open = TENANT.app("open", null);
        RelyingParty mapped =
                TENANT.app("mapped", TENANT.userFlow(FlowSpec.named("passed-by").requiresMfa()));
        overrideBrowserFlowOf(TENANT, "mapped");
        Journey journey = Journey.at(open, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();

        SignIn signIn = mapped.signIn();
        URI returned = journey.browser().open(signIn.uri()).returned();

        assertNoToken(signIn.redeemUnchecked(returned));
    }

    private static void assertNoToken(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.error()).isNotBlank();
        assertThat(answer.json().has("access_token")).isFalse();
        assertThat(answer.json().has("id_token")).isFalse();
    }

    static void overrideBrowserFlowOf(Tenant tenant, String clientId) {
        String realm = "/" + tenant.realm();
        String browserFlow = "";
        for (JsonNode flow :
                tenant.admin().get(realm + "/authentication/flows").expect(200).json()) {
            browserFlow = flow.path("alias").asText().equals("browser")
                    ? flow.path("id").asText()
                    : browserFlow;
        }
        String client = tenant.admin()
                .get(realm + "/clients?clientId=" + clientId)
                .json()
                .at("/0/id")
                .asText();
        tenant.admin()
                .put(
                        realm + "/clients/" + client,
                        Map.of(
                                "clientId",
                                clientId,
                                "authenticationFlowBindingOverrides",
                                Map.of("browser", browserFlow)))
                .expect(204);
    }
}
