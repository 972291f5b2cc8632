package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an answer after its token response, and how often the API is asked. */
@Tag("any-database")
final class KeptClaimsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private String extension;
    private RelyingParty shop;
    private Journey journey;

    @BeforeEach
    void aShopWithASecretAndAnExtension() {
        tenant = Tenant.named("kept-claims", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold", "secret", "x")));
        extension = tenant.extension("loyalty", api, "FAIL", "tier");
        String flow = tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension));
        JsonNode registered = tenant.admin()
                .post(
                        tenant.path("/applications"),
                        Map.of(
                                "type",
                                "web",
                                "clientId",
                                "shop",
                                "redirectUris",
                                List.of(RelyingParty.CALLBACK.toString()),
                                "userFlow",
                                flow))
                .expect(201)
                .json();
        shop = RelyingParty.of(tenant, "shop", registered.path("secret").asText());
        journey = Journey.at(shop, MAIL);
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void eachTokenResponseIsOneCallAndUserinfoAndIntrospectionAreNone() throws Exception {
        letTheShopIntrospectItsTokens();
        SignIn.Tokens tokens = signIn();
        assertThat(api.calls()).hasSize(1);

        assertThat(userinfo(tokens.accessToken()).has("tier")).isFalse();
        JsonNode introspected = shop.request("token/introspect", Map.of("token", tokens.accessToken()))
                .expect(200)
                .json();
        assertThat(introspected.path("active").asBoolean()).isTrue();
        assertThat(introspected.has("tier")).isFalse();
        assertThat(api.calls()).hasSize(1);

        refresh(tokens.refreshToken());
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void userinfoShowsTheClaimsOfTheLastTokenResponseWhereTheExtensionSaysSo() throws Exception {
        change("keepAnswerFor", List.of("USERINFO"));
        SignIn.Tokens tokens = signIn();
        assertThat(userinfo(tokens.accessToken()).path("tier").asText()).isEqualTo("gold");
        assertThat(userinfo(tokens.accessToken()).has("secret")).isFalse();

        api.answerWith(new Claims(Map.of("tier", "silver")));
        String refreshed = refresh(tokens.refreshToken()).path("access_token").asText();

        assertThat(userinfo(refreshed).path("tier").asText()).isEqualTo("silver");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void userinfoShowsThemAsTheAppsOwnMappingNamesThem() {
        change("keepAnswerFor", List.of("USERINFO"));
        tenant.admin()
                .put(
                        tenant.path("/applications/shop/claims-mapping"),
                        Map.of(
                                "ClaimsMappingPolicy",
                                Map.of(
                                        "Version",
                                        1,
                                        "ClaimsSchema",
                                        List.of(Map.of(
                                                "Source",
                                                "CustomClaimsProvider",
                                                "ID",
                                                "tier",
                                                "JwtClaimType",
                                                "level")))))
                .expect(200);

        JsonNode userinfo = userinfo(signIn().accessToken());

        assertThat(userinfo.path("level").asText()).isEqualTo("gold");
        assertThat(userinfo.has("tier")).isFalse();
    }

    @Test
    void aRefreshTakesTheAnswerOfTheSignInWhereTheExtensionSaysSo() throws Exception {
        change("keepAnswerFor", List.of("REFRESH"));
        SignIn.Tokens tokens = signIn();
        api.answerWith(new Claims(Map.of("tier", "silver")));

        JsonNode refreshed = refresh(tokens.refreshToken());

        assertThat(tierIn(refreshed, "access_token")).isEqualTo("gold");
        assertThat(tierIn(refreshed, "id_token")).isEqualTo("gold");
        assertThat(api.calls()).hasSize(1);
        assertThat(signIn().id().getStringClaim("tier")).isEqualTo("silver");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void anExtensionThatWasChangedIsAskedAgainAtTheNextRefresh() throws Exception {
        change("keepAnswerFor", List.of("REFRESH"));
        SignIn.Tokens tokens = signIn();
        change("displayName", "Loyalty, revised");
        api.answerWith(new Claims(Map.of("tier", "silver")));

        assertThat(tierIn(refresh(tokens.refreshToken()), "access_token")).isEqualTo("silver");
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void claimsHaveTheTypesThatTheExtensionDeclares() {
        change(
                "claims",
                List.of(
                        Map.of("claimIdInApiResponse", "points", "type", "INTEGER"),
                        Map.of("claimIdInApiResponse", "rates", "type", "DECIMAL"),
                        Map.of("claimIdInApiResponse", "member", "type", "BOOLEAN"),
                        Map.of("claimIdInApiResponse", "tier")));
        change("keepAnswerFor", List.of("REFRESH", "USERINFO"));
        api.answerWith(
                new Claims(Map.of("points", "4711", "rates", List.of(0.5, "2"), "member", true, "tier", "gold")));

        SignIn.Tokens tokens = signIn();

        assertThat(tokens.access().getClaims())
                .containsEntry("points", 4711L)
                .containsEntry("member", true)
                .containsEntry("tier", "gold");
        JsonNode userinfo = userinfo(tokens.accessToken());
        assertThat(userinfo.path("points").isIntegralNumber()).isTrue();
        assertThat(userinfo.path("rates").toString()).isEqualTo("[0.5,2]");
        assertThat(userinfo.path("member").isBoolean()).isTrue();
    }

    @Test
    void aValueThatIsNotOfItsTypeFailsWithTheDocumentedNumber() {
        change("claims", List.of(Map.of("claimIdInApiResponse", "points", "type", "INTEGER")));
        api.answerWith(new Claims(Map.of("points", "many")));
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();

        Answer refused = journey.signIn().redeemUnchecked(returned);

        assertThat(refused.error()).isEqualTo("server_error");
        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/events?type=CODE_TO_TOKEN_ERROR")
                        .expect(200)
                        .json()
                        .findValuesAsText("xt_callout_error"))
                .containsExactly("1003003");
    }

    @Test
    void aKeyHasOneType() {
        ObjectNode changed = extension();
        changed.putArray("claims")
                .add(changed.objectNode()
                        .put("claimIdInApiResponse", "points")
                        .put("claim", "a")
                        .put("type", "INTEGER"))
                .add(changed.objectNode().put("claimIdInApiResponse", "points").put("claim", "b"));

        Answer refused = tenant.admin().put(tenant.path("/custom-extensions/" + extension), changed);

        assertThat(refused.error()).isEqualTo("xt_extension_claim_type_conflict");
        assertThat(refused.field()).isEqualTo("claims[1].type");
    }

    /** Keycloak tells of a token only those whom it is for. */
    private void letTheShopIntrospectItsTokens() {
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/clients/" + AdminDoorsTest.idOfClient(tenant, "shop")
                                + "/protocol-mappers/models",
                        Map.of(
                                "name",
                                "own audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.client.audience", "shop",
                                        "access.token.claim", "true",
                                        "introspection.token.claim", "true")))
                .expect(201);
    }

    private SignIn.Tokens signIn() {
        journey = Journey.at(shop, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private JsonNode refresh(String refreshToken) {
        return journey.signIn().refresh(refreshToken).expect(200).json();
    }

    private static String tierIn(JsonNode tokens, String token) throws Exception {
        return SignedJWT.parse(tokens.path(token).asText()).getJWTClaimsSet().getStringClaim("tier");
    }

    private JsonNode userinfo(String accessToken) {
        return AdminApi.send(
                        "userinfo",
                        HttpRequest.newBuilder(URI.create(tenant.issuer() + "/protocol/openid-connect/userinfo"))
                                .header("Authorization", "Bearer " + accessToken)
                                .build())
                .expect(200)
                .json();
    }

    private ObjectNode extension() {
        return (ObjectNode) tenant.admin()
                .get(tenant.path("/custom-extensions/" + extension))
                .expect(200)
                .json();
    }

    private void change(String field, Object value) {
        ObjectNode changed = extension();
        changed.putPOJO(field, value);
        tenant.admin()
                .put(tenant.path("/custom-extensions/" + extension), changed)
                .expect(200);
    }
}
