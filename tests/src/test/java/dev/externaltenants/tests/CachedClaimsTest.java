package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** For whom, and for how long, an answer counts without a call. */
@Tag("any-database")
final class CachedClaimsTest {

    private static final int LONG = 600;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private String extension;
    private String flow;
    private RelyingParty shop;

    @BeforeEach
    void aShopWithAnExtension() {
        tenant = Tenant.named("cached-claims", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold")));
        extension = tenant.extension("loyalty", api, "FAIL", "tier");
        flow = tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension));
        shop = tenant.app("shop", flow);
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void eachTokenResponseIsACallUnlessTheExtensionSaysOtherwise() throws Exception {
        tierOf(email, shop);
        tierOf(email, shop);

        assertThat(api.calls()).hasSize(2);
        assertThat(extension().path("cacheInSeconds").asInt()).isZero();
    }

    @Test
    void anAnswerCountsForFurtherSignInsAndRefreshesOfTheCustomerAtTheApp() throws Exception {
        cacheFor(LONG);
        Journey journey = Journey.at(shop, MAIL);
        SignIn.Tokens tokens = signIn(journey, email);
        api.answerWith(new Claims(Map.of("tier", "silver")));

        assertThat(tierOf(email, shop)).isEqualTo("gold");
        JsonNode refreshed =
                journey.signIn().refresh(tokens.refreshToken()).expect(200).json();

        assertThat(SignedJWT.parse(refreshed.path("access_token").asText())
                        .getJWTClaimsSet()
                        .getStringClaim("tier"))
                .isEqualTo("gold");
        assertThat(api.calls()).hasSize(1);
        assertThat(outcomes()).containsExactly("CACHED", "CACHED", "ANSWERED");
        assertThat(calls("?outcome=cached")).hasSize(2);
    }

    @Test
    void anotherCustomerAndAnotherAppAreAskedFor() throws Exception {
        cacheFor(LONG);
        String other = Customers.anyone();
        tenant.existingCustomer(other, Journey.PASSWORD);
        RelyingParty bistro = tenant.app("bistro", flow);
        tierOf(email, shop);

        api.answerWith(new Claims(Map.of("tier", "silver")));
        assertThat(tierOf(other, shop)).isEqualTo("silver");
        api.answerWith(new Claims(Map.of("tier", "bronze")));
        assertThat(tierOf(email, bistro)).isEqualTo("bronze");

        assertThat(api.calls()).hasSize(3);
        assertThat(tierOf(email, shop)).isEqualTo("gold");
        assertThat(tierOf(other, shop)).isEqualTo("silver");
        assertThat(api.calls()).hasSize(3);
    }

    @Test
    void anExtensionThatWasChangedIsAskedAgain() throws Exception {
        cacheFor(LONG);
        tierOf(email, shop);
        api.answerWith(new Claims(Map.of("tier", "silver")));
        change("displayName", "Loyalty, revised");

        assertThat(tierOf(email, shop)).isEqualTo("silver");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void aCustomerWhoseNameWasChangedIsAskedForAgain() throws Exception {
        cacheFor(LONG);
        tierOf(email, shop);
        api.answerWith(new Claims(Map.of("tier", "silver")));
        JsonNode customer = tenant.admin()
                .get("/" + tenant.realm() + "/users?exact=true&username=" + email)
                .expect(200)
                .json()
                .path(0);
        ObjectNode changed = customer.deepCopy();
        changed.put("firstName", "Somebody");
        tenant.admin()
                .put("/" + tenant.realm() + "/users/" + customer.path("id").asText(), changed)
                .expect(204);

        assertThat(tierOf(email, shop)).isEqualTo("silver");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void anAnswerCountsNoLongerThanItsTime() throws Exception {
        cacheFor(1);
        tierOf(email, shop);
        Thread.sleep(1_100);
        api.answerWith(new Claims(Map.of("tier", "silver")));

        assertThat(tierOf(email, shop)).isEqualTo("silver");
    }

    @Test
    void aFailureCountsForNobody() throws Exception {
        cacheFor(LONG);
        api.answerWith(Other.status(404));
        Journey journey = Journey.at(shop, MAIL);
        Answer refused = journey.signIn()
                .redeemUnchecked(journey.passwordGiven(email, Journey.PASSWORD).returned());
        assertThat(refused.status()).isEqualTo(400);
        api.answerWith(new Claims(Map.of("tier", "gold")));

        assertThat(tierOf(email, shop)).isEqualTo("gold");
        assertThat(outcomes()).containsExactly("ANSWERED", "FAILED");
    }

    @Test
    void aTestOfTheExtensionIsACall() throws Exception {
        cacheFor(LONG);
        tierOf(email, shop);

        tenant.admin()
                .post(tenant.path("/custom-extensions/" + extension + "/test"), Map.of("event", "onTokenIssuanceStart"))
                .expect(200);

        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void moreThanAnHourIsRefused() {
        ObjectNode changed = extension();
        changed.put("cacheInSeconds", 3601);

        Answer refused = tenant.admin().put(tenant.path("/custom-extensions/" + extension), changed);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_extension_cache_invalid");
        assertThat(refused.field()).isEqualTo("cacheInSeconds");
    }

    private String tierOf(String customer, RelyingParty app) throws Exception {
        return signIn(Journey.at(app, MAIL), customer).id().getStringClaim("tier");
    }

    private static SignIn.Tokens signIn(Journey journey, String customer) {
        return journey.signIn()
                .redeem(journey.passwordGiven(customer, Journey.PASSWORD).returned());
    }

    private void cacheFor(int seconds) {
        change("cacheInSeconds", seconds);
    }

    private void change(String field, Object value) {
        ObjectNode changed = extension();
        changed.putPOJO(field, value);
        tenant.admin()
                .put(tenant.path("/custom-extensions/" + extension), changed)
                .expect(200);
    }

    private ObjectNode extension() {
        return (ObjectNode) tenant.admin()
                .get(tenant.path("/custom-extensions/" + extension))
                .expect(200)
                .json();
    }

    private List<String> outcomes() {
        return calls("").findValuesAsText("outcome");
    }

    private JsonNode calls(String query) {
        return tenant.admin()
                .get(tenant.path("/custom-extensions/" + extension + "/calls" + query))
                .expect(200)
                .json();
    }
}
