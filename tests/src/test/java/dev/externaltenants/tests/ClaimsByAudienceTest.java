package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An app whose access tokens are for an API of the tenant: who is asked, and which token has the claims. */
@Tag("any-database")
final class ClaimsByAudienceTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private String extension;
    private String flow;

    @BeforeEach
    void aShopThatCallsOrders() {
        tenant = Tenant.named("audience", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold")));
        extension = tenant.extension("loyalty", api, "FAIL", "tier");
        flow = tenant.userFlow(FlowSpec.named("customers"));
        tenant.admin()
                .post(tenant.path("/applications"), Map.of("type", "api", "clientId", "orders"))
                .expect(201);
        tenant.admin()
                .post(
                        tenant.path("/applications"),
                        Map.of(
                                "type",
                                "spa",
                                "clientId",
                                "shop",
                                "redirectUris",
                                List.of(RelyingParty.CALLBACK.toString()),
                                "userFlow",
                                flow,
                                "apis",
                                List.of("orders")))
                .expect(201);
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void theApiIsToldOfTheAppAndOfTheApiThatItCalls() {
        listener("all", Map.of("includeAllApplications", true));

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.id().getClaims()).containsEntry("tier", "gold");
        assertThat(tokens.access().getClaims()).containsEntry("tier", "gold");
        assertThat(api.calls()).hasSize(1);
        JsonNode call = api.calls().get(0);
        JsonNode context = call.at("/data/authenticationContext");
        assertThat(context.at("/clientServicePrincipal/appId").asText()).isEqualTo("shop");
        assertThat(context.at("/resourceServicePrincipal/appId").asText()).isEqualTo("orders");
        assertThat(call.path("source").asText()).endsWith("/applications/orders");
    }

    @Test
    void aListenerOfTheAppReachesTheIdTokenAlone() {
        listener("shop", apps("shop"));

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.id().getClaims()).containsEntry("tier", "gold");
        assertThat(tokens.access().getClaims()).doesNotContainKey("tier");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void aListenerOfTheApiReachesTheAccessTokenAlone() {
        listener("orders", apps("orders"));

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.access().getClaims()).containsEntry("tier", "gold");
        assertThat(tokens.id().getClaims()).doesNotContainKey("tier");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void listenersOfBothThatHaveTheSameExtensionAskedAreOneCallForBothTokens() {
        listener("shop", apps("shop"));
        listener("orders", apps("orders"));

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.access().getClaims()).containsEntry("tier", "gold");
        assertThat(tokens.id().getClaims()).containsEntry("tier", "gold");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void whatTheUserFlowNamesReachesBothTokens() {
        tenant.admin()
                .delete(tenant.path("/user-flows/" + flow + "/applications/shop"))
                .expect(204);
        tenant.assign(tenant.userFlow(FlowSpec.named("asking").claimsFrom(extension)), "shop");

        SignIn.Tokens tokens = tokens();

        assertThat(tokens.access().getClaims()).containsEntry("tier", "gold");
        assertThat(tokens.id().getClaims()).containsEntry("tier", "gold");
        assertThat(api.calls()).hasSize(1);
    }

    private SignIn.Tokens tokens() {
        Journey journey = Journey.at(RelyingParty.of(tenant, "shop"), MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private void listener(String name, Map<String, Object> conditions) {
        tenant.admin()
                .post(
                        tenant.path("/event-listeners"),
                        Map.of(
                                "name",
                                name,
                                "event",
                                "onTokenIssuanceStart",
                                "extensionId",
                                extension,
                                "conditions",
                                conditions))
                .expect(201);
    }

    private static Map<String, Object> apps(String... clientIds) {
        return Map.of(
                "includeApplications",
                Stream.of(clientIds).map(id -> Map.of("appId", id)).toList());
    }
}
