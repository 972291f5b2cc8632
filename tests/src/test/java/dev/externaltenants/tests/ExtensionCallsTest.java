package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator sees by the log of calls why a sign-in failed. */
@Tag("any-database")
final class ExtensionCallsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private String extension;
    private Journey journey;

    @BeforeEach
    void tenantWithAnExtension() {
        tenant = Tenant.named("calls", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold")));
        extension = tenant.extension("loyalty", api, "FAIL", "tier");
        RelyingParty shop =
                tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension)));
        journey = Journey.at(shop, MAIL);
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void aFailureIsThereWithWhatTheApiAnsweredAndTheCorrelationId() {
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();
        api.answerWith(Other.status(500));
        assertThat(journey.signIn().redeemUnchecked(returned).status()).isEqualTo(400);

        JsonNode calls = calls("/" + extension + "/calls?outcome=failed");

        assertThat(calls).hasSize(1);
        assertThat(calls.at("/0/status").asInt()).isEqualTo(500);
        assertThat(calls.at("/0/code").asInt()).isEqualTo(1003002);
        assertThat(calls.at("/0/appId").asText()).isEqualTo("shop");
        assertThat(calls.at("/0/event").asText()).isEqualTo("onTokenIssuanceStart");
        assertThat(calls.at("/0/tries").asInt()).isEqualTo(1);
        assertThat(calls.at("/0/correlationId").asText())
                .isEqualTo(api.calls()
                        .get(0)
                        .at("/data/authenticationContext/correlationId")
                        .asText());
    }

    @Test
    void aCallThatWentWellIsThereWithNothingOfTheCustomerOrTheClaims() {
        journey.signIn().redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

        Answer all = tenant.admin().get(tenant.path("/custom-extensions/calls")).expect(200);

        assertThat(all.json()).hasSize(1);
        assertThat(all.json().at("/0/outcome").asText()).isEqualTo("ANSWERED");
        assertThat(all.body()).doesNotContain("gold").doesNotContain(email);
        assertThat(calls("/calls?outcome=failed")).isEmpty();
        assertThat(calls("/calls?search=SHOP")).hasSize(1);
        assertThat(calls("/calls?search=bistro")).isEmpty();
        assertThat(calls("/calls?first=1")).isEmpty();
    }

    @Test
    void whatAnAdministratorTriedIsNotThere() {
        tenant.admin()
                .post(tenant.path("/custom-extensions/" + extension + "/test"), Map.of("event", "onTokenIssuanceStart"))
                .expect(200);

        assertThat(calls("/calls")).isEmpty();
    }

    @Test
    void anOutcomeThatIsNoneIsRefused() {
        Answer refused = tenant.admin().get(tenant.path("/custom-extensions/calls?outcome=bad"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_invalid_value");
        assertThat(refused.field()).isEqualTo("outcome");
    }

    @Test
    void anExtensionThatIsNotThereHasNoCalls() {
        Answer refused = tenant.admin().get(tenant.path("/custom-extensions/nowhere/calls"));

        assertThat(refused.error()).isEqualTo("xt_extension_not_found");
    }

    private JsonNode calls(String path) {
        return tenant.admin()
                .get(tenant.path("/custom-extensions" + path))
                .expect(200)
                .json();
    }
}
