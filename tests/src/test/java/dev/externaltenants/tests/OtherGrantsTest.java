package dev.externaltenants.tests;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's other grants, where an operator switched them on: none gives an app what its user flow would not. */
@Tag("any-database")
final class OtherGrantsTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:";
    private static final String SECRET = "a-secret-of-the-tests";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("grants", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private final String email = Customers.anyone();

    @BeforeEach
    void customer() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void aDeviceGetsTokensAfterAllStepsOfItsUserFlow() {
        RelyingParty television = app(
                "television",
                Map.of("attributes", Map.of("oauth2.device.authorization.grant.enabled", "true")),
                FlowSpec.named("television").requiresMfa());
        JsonNode device = television
                .request("auth/device", Map.of("scope", "openid"))
                .expect(200)
                .json();
        Journey journey = Journey.at(television, MAIL);

        FormPage identify = journey.browser()
                .open(URI.create(device.path("verification_uri_complete").asText()))
                .asking("username");
        FormPage password = journey.browser().submit(identify, Map.of("username", email));
        FormPage code = journey.browser()
                .submit(password, Map.of("password", Journey.PASSWORD))
                .asking("code");
        FormPage consent = journey.typeCode(code, MAIL.codeFor(email)).asking("accept");
        journey.browser()
                .post(
                        URI.create(consent.document()
                                .selectFirst("form:has([name=accept])")
                                .absUrl("action")),
                        Map.of("accept", "Yes"));

        JsonNode tokens = redeem(television, device).expect(200).json();
        assertThat(television
                        .verifiedAccessToken(tokens.path("access_token").asText())
                        .getClaim("acr"))
                .isEqualTo("2");
    }

    @Test
    void aTokenIsNotExchangedForAnAppWhoseFlowAsksForMore() {
        RelyingParty vault = app(
                "vault",
                Map.of("attributes", Map.of("standard.token.exchange.enabled", "true")),
                FlowSpec.named("vault").requiresMfa());
        RelyingParty till = app("till", Map.of("protocolMappers", List.of(audience("vault"))), FlowSpec.named("till"));
        SignIn.Tokens tokens = signedIn(till);

        Answer refused = vault.tokenRequest(Map.of(
                "grant_type",
                GRANT + "token-exchange",
                "subject_token",
                tokens.accessToken(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token"));

        assertNoTokens(refused);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(errors("TOKEN_EXCHANGE_ERROR", "vault")).containsExactly("xt_level_not_reached");
    }

    /** The token of a permission is made by the session of the API, which has no user flow. */
    @Test
    void aPermissionBringsNoTokensOnceTheAppsFlowIsDisabled() {
        FlowSpec flow = FlowSpec.named("reader");
        RelyingParty reader = app("reader", Map.of(), flow);
        TENANT.admin().post("/" + TENANT.realm() + "/clients", library()).expect(201);
        SignIn.Tokens tokens = signedIn(reader);
        Map<String, String> ticket = Map.of("grant_type", GRANT + "uma-ticket", "audience", "library");
        reader.tokenRequestBy(tokens.accessToken(), ticket).expect(200);

        TENANT.admin()
                .put(
                        TENANT.path("/user-flows/" + flowOf("reader")),
                        flow.disabled().json())
                .expect(200);

        Answer refused = reader.tokenRequestBy(tokens.accessToken(), ticket);
        assertNoTokens(refused);
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void theWordOfAProviderIsNoSignIn() {
        Map<String, Object> config = new HashMap<>(PROVIDER.config());
        config.put("jwtAuthorizationGrantEnabled", "true");
        PROVIDER.createIn(TENANT, "assertive", Map.of("config", config));
        TENANT.link(email, "assertive", "subject-of-assertions");
        RelyingParty backend = app(
                "backend",
                Map.of(
                        "attributes",
                        Map.of(
                                "oauth2.jwt.authorization.grant.enabled",
                                "true",
                                "oauth2.jwt.authorization.grant.idp",
                                "assertive")),
                FlowSpec.named("backend").lists("assertive"));

        Answer refused = backend.tokenRequest(Map.of(
                "grant_type",
                GRANT + "jwt-bearer",
                "assertion",
                PROVIDER.assertionOf("subject-of-assertions", TENANT.issuer())));

        assertNoTokens(refused);
        assertThat(errors("JWT_AUTHORIZATION_GRANT_ERROR", "backend"))
                .containsExactly("xt_identity_provider_not_checked");
    }

    /** It needs an authentication device that the server's operator installs; without one nobody can be asked. */
    @Test
    void aBackchannelRequestReachesNobody() {
        RelyingParty callCentre = app(
                "call-centre",
                Map.of("attributes", Map.of("oidc.ciba.grant.enabled", "true")),
                FlowSpec.named("call-centre"));

        Answer refused = callCentre.request("ext/ciba/auth", Map.of("scope", "openid", "login_hint", email));

        assertThat(refused.status()).as(refused.toString()).isGreaterThanOrEqualTo(400);
        assertThat(refused.json().has("auth_req_id")).isFalse();
    }

    private SignIn.Tokens signedIn(RelyingParty app) {
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private static Answer redeem(RelyingParty app, JsonNode device) {
        return app.tokenRequest(Map.of(
                "grant_type",
                GRANT + "device_code",
                "device_code",
                device.path("device_code").asText()));
    }

    private static RelyingParty app(String clientId, Map<String, Object> settings, FlowSpec flow) {
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId", clientId, "secret", SECRET, "redirectUris", List.of(RelyingParty.CALLBACK.toString())));
        client.putAll(settings);
        TENANT.admin().post("/" + TENANT.realm() + "/clients", client).expect(201);
        TENANT.assign(TENANT.userFlow(flow), clientId);
        return RelyingParty.of(TENANT, clientId, SECRET);
    }

    /** An API that grants everybody a permission for its books. */
    private static Map<String, Object> library() {
        return Map.of(
                "clientId",
                "library",
                "secret",
                SECRET,
                "serviceAccountsEnabled",
                true,
                "authorizationServicesEnabled",
                true,
                "authorizationSettings",
                Map.of("policyEnforcementMode", "DISABLED", "resources", List.of(Map.of("name", "books"))));
    }

    private static Map<String, Object> audience(String clientId) {
        return Map.of(
                "name",
                "audience",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of("included.client.audience", clientId, "access.token.claim", "true"));
    }

    private static String flowOf(String clientId) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0)
                .path("attributes")
                .path("xt.userFlow")
                .asText();
    }

    private static List<String> errors(String type, String clientId) {
        return TENANT
                .admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&client=" + clientId)
                .expect(200)
                .json()
                .findValuesAsText("error")
                .stream()
                .filter(error -> error.startsWith("xt_"))
                .toList();
    }

    private static void assertNoTokens(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().has("access_token")).isFalse();
        assertThat(answer.json().has("id_token")).isFalse();
    }
}
