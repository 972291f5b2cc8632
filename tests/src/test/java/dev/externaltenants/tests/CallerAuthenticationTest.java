package dev.externaltenants.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.hostile.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** APIs that know nothing of the realm, and know us by a token of their own server, or by a key that both sides have. */
@Tag("any-database")
final class CallerAuthenticationTest {

    private static final String SECRET = "Kx9-sixteen-or-more-letters";

    private static final String ENTRA = "99045fe1-7639-4a75-9d4a-577b6ca3810f";

    private static final String CALLER = "33333333-2222-3333-4444-555555555555";

    private static final String CLAIMS =
            "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":[{"
                    + "\"@odata.type\":\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\","
                    + "\"claims\":{\"loyaltyTier\":\"gold\"}}]}}";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("caller", MAIL);

    private static final TestAuthority AUTHORITY = TestAuthority.create();

    private static final List<String> GRANTS = new CopyOnWriteArrayList<>();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();

    private static HttpServer api;

    private final String email = Customers.anyone();

    private record Call(String authorization, String signature, String body) {}

    @BeforeAll
    static void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.freePort()), 0);
        api.createContext("/token", exchange -> {
            GRANTS.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body(exchange));
            answer(exchange, "{\"access_token\":\"granted\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        });
        api.createContext("/claims", exchange -> {
            CALLS.add(new Call(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Shop-Signature"),
                    body(exchange)));
            answer(exchange, CLAIMS);
        });
        api.start();
    }

    @AfterAll
    static void stop() {
        api.stop(0);
    }

    @BeforeEach
    void customer() {
        GRANTS.clear();
        CALLS.clear();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void anApiKnowsUsByATokenOfItsOwnServerWhichServesManyCalls() throws Exception {
        Journey journey = journey("partner", created(extension("partner", clientCredentials(SECRET))));

        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
        journey.signIn().refresh(tokens.refreshToken()).expect(200);

        assertThat(tokens.access().getStringClaim("loyaltyTier")).isEqualTo("gold");
        assertThat(GRANTS).hasSize(1);
        assertThat(GRANTS.get(0)).endsWith("grant_type=client_credentials&scope=claims.read");
        assertThat(CALLS).extracting(Call::authorization).containsExactly("Bearer granted", "Bearer granted");
    }

    @Test
    void anApiKnowsUsByASignatureThatOutlivesAChangeMadeWithoutTheSecret() throws Exception {
        Map<String, Object> extension = extension("signed", hmac(SECRET));
        String id = created(extension);
        extension.put("authentication", hmac("**********"));
        extension.put("displayName", "Signed");
        TENANT.admin().put(path(id), extension).expect(200);
        Journey journey = journey("signed", id);

        journey.signIn().redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

        Call call = CALLS.get(0);
        assertThat(call.authorization()).isNull();
        assertThat(call.signature()).matches("t=\\d{10},v1=[0-9a-f]{64}");
        assertThat(call.signature()).endsWith(hmacOf(call.signature().substring(2, 12) + "." + call.body()));
    }

    @Test
    void noDoorShowsTheSecret() {
        String id = created(extension("hidden", clientCredentials(SECRET)));

        for (Answer answer : List.of(
                TENANT.admin().get(path(id)),
                TENANT.admin().get(TENANT.path("/custom-extensions?search=hidden")),
                TENANT.admin().get(TENANT.path("/document")),
                TENANT.admin().get("/" + TENANT.realm() + "/admin-events?max=100"),
                TENANT.admin()
                        .post(
                                "/" + TENANT.realm() + "/partial-export?exportClients=false&exportGroupsAndRoles=false",
                                Map.of()))) {
            assertThat(answer.expect(200).body()).doesNotContain(SECRET);
        }
        assertThat(TENANT.admin()
                        .get(path(id))
                        .expect(200)
                        .json()
                        .at("/authentication/secret")
                        .asText())
                .isEqualTo("**********");
    }

    @Test
    void whoDoesNotKnowTheSecretLeadsItNowhereElse() {
        Map<String, Object> extension = extension("led", clientCredentials(SECRET));
        String id = created(extension);
        Map<String, Object> elsewhere = new HashMap<>(clientCredentials("**********"));
        elsewhere.put("tokenEndpoint", url("/claims"));
        extension.put("authentication", elsewhere);

        Answer answer = TENANT.admin().put(path(id), extension).expect(400);

        assertThat(answer.error()).isEqualTo("xt_extension_secret_missing");
        assertThat(answer.field()).isEqualTo("authentication.secret");
    }

    @Test
    void aCertificateIsShownWithItsEndAndItsKeyIsNot() throws Exception {
        Map<String, Object> extension = extension("certified", certified(AUTHORITY.key(TestAuthority.GOOD)));
        String id = created(extension);

        JsonNode shown = TENANT.admin().get(path(id)).expect(200).json().path("authentication");

        assertThat(shown.path("secret").asText()).isEqualTo("**********");
        assertThat(Instant.parse(shown.path("certificateExpires").asText())).isAfter(Instant.now());
        extension.put("authentication", shown);
        TENANT.admin().put(path(id), extension).expect(200);
        String key = AUTHORITY.key(TestAuthority.GOOD).substring(40, 90);
        for (Answer answer : List.of(
                TENANT.admin().get(TENANT.path("/document")),
                TENANT.admin().get("/" + TENANT.realm() + "/admin-events?max=100"))) {
            assertThat(answer.expect(200).body()).doesNotContain(key);
        }
        // An API on plain HTTP sees no certificate, and no proof in a header either.
        assertThat(TENANT.admin()
                        .post(path(id) + "/test", Map.of("event", "onTokenIssuanceStart"))
                        .expect(200)
                        .json()
                        .at("/request/headers/authorization")
                        .isMissingNode())
                .isTrue();
        assertThat(CALLS).extracting(Call::authorization).containsOnlyNulls();
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() {
        Answer answer = TENANT.admin()
                .post(
                        TENANT.path("/custom-extensions"),
                        extension("mixed", certified(AUTHORITY.key(TestAuthority.EXPIRED))))
                .expect(400);

        assertThat(answer.error()).isEqualTo("xt_extension_authentication_invalid");
        assertThat(answer.field()).isEqualTo("authentication.secret");
    }

    @Test
    void whatIsNoCertificateIsRefusedAlsoInAnUpdate() {
        String id = TENANT.admin()
                .post(TENANT.path("/custom-extensions"), extension("to-be-certified", Map.of("type", "BEARER")))
                .createdId();
        Map<String, Object> noCertificate = Map.of("type", "MTLS", "certificate", "sample", "secret", "sample");

        Answer answer = TENANT.admin()
                .put(TENANT.path("/custom-extensions/" + id), extension("to-be-certified", noCertificate))
                .expect(400);

        assertThat(answer.error()).isEqualTo("xt_extension_authentication_invalid");
        assertThat(answer.field()).isEqualTo("authentication.certificate");
    }

    @Test
    void noTokenNamesAnAppOfTheTenantAsItsCaller() {
        String app = "11111111-2222-3333-4444-555555555555";
        TENANT.app(app, null);

        Answer answer = TENANT.admin()
                .post(TENANT.path("/custom-extensions"), extension("posing", Map.of("type", "BEARER", "appId", app)))
                .expect(400);

        assertThat(answer.error()).isEqualTo("xt_extension_authentication_invalid");
        assertThat(answer.field()).isEqualTo("authentication.appId");
    }

    @Test
    void theTokenOfACallIsNobodysWhateverCallerIsWritten() throws Exception {
        String somebody = "22222222-2222-3333-4444-555555555555";
        String id = created(extension("minted", Map.of("type", "BEARER", "appId", somebody)));

        TENANT.admin()
                .post(path(id) + "/test", Map.of("event", "onTokenIssuanceStart"))
                .expect(200);

        JWTClaimsSet token = SignedJWT.parse(CALLS.get(0).authorization().substring("Bearer ".length()))
                .getJWTClaimsSet();
        assertThat(token.getStringClaim("azp")).isEqualTo(somebody);
        assertThat(token.getSubject()).isEqualTo(ENTRA);
        assertThat(token.getStringClaim("typ")).isEqualTo("Callout");
    }

    @Test
    void noExtensionTakesTheIssuerForItsAudience() {
        Map<String, Object> extension = extension("issuer", Map.of("type", "BEARER"));
        extension.put("resourceId", TENANT.issuer());

        Answer answer = TENANT.admin()
                .post(TENANT.path("/custom-extensions"), extension)
                .expect(400);

        assertThat(answer.error()).isEqualTo("xt_extension_resource_id_invalid");
        assertThat(answer.field()).isEqualTo("resourceId");
    }

    @Test
    void noAppGetsAClientIdByWhichApisKnowOurCallsThroughAnyDoor() {
        Map<String, Object> extension = extension("known", Map.of("type", "BEARER", "appId", CALLER));
        extension.put("resourceId", "my.api");
        created(extension);
        TENANT.admin().post(clients(), Map.of("clientId", "to-rename")).expect(201);
        String stored = TENANT.admin()
                .get(clients() + "?clientId=to-rename")
                .expect(200)
                .json()
                .get(0)
                .path("id")
                .asText();

        for (String clientId : List.of(ENTRA, ENTRA.toUpperCase(Locale.ROOT), CALLER, "my.api")) {
            for (Answer refused : List.of(
                    TENANT.admin().post(TENANT.path("/applications"), Map.of("type", "spa", "clientId", clientId)),
                    TENANT.admin().post(clients(), Map.of("clientId", clientId)),
                    TENANT.admin().put(clients() + "/" + stored, Map.of("clientId", clientId)))) {
                assertThat(refused.status()).as(clientId + " " + refused).isEqualTo(409);
                assertThat(refused.error()).isEqualTo("xt_application_client_id_taken");
            }
            assertThat(TENANT.admin()
                            .post(
                                    "/" + TENANT.realm() + "/partialImport",
                                    Map.of(
                                            "ifResourceExists",
                                            "SKIP",
                                            "clients",
                                            List.of(Map.of("clientId", clientId))))
                            .status())
                    .isBetween(400, 499);
            assertThat(TENANT.admin()
                            .get(clients() + "?clientId=" + clientId)
                            .expect(200)
                            .json())
                    .isEmpty();
        }
    }

    private static String clients() {
        return "/" + TENANT.realm() + "/clients";
    }

    private static Journey journey(String name, String extension) {
        return Journey.at(TENANT.app(name, TENANT.userFlow(FlowSpec.named(name).claimsFrom(extension))), MAIL);
    }

    private static String created(Map<String, Object> extension) {
        return TENANT.admin().post(TENANT.path("/custom-extensions"), extension).createdId();
    }

    private static String path(String id) {
        return TENANT.path("/custom-extensions/" + id);
    }

    private static Map<String, Object> extension(String name, Map<String, Object> authentication) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "targetUrl",
                url("/claims"),
                "timeoutInMilliseconds",
                2000,
                "claims",
                List.of(Map.of("claimIdInApiResponse", "loyaltyTier")),
                "authentication",
                authentication));
    }

    private static Map<String, Object> clientCredentials(String secret) {
        return Map.of(
                "type", "OAUTH2_CLIENT_CREDENTIALS",
                "tokenEndpoint", url("/token"),
                "clientId", "contoso",
                "scope", "claims.read",
                "secret", secret);
    }

    private static Map<String, Object> certified(String key) {
        return Map.of("type", "MTLS", "certificate", AUTHORITY.certificate(TestAuthority.GOOD), "secret", key);
    }

    private static Map<String, Object> hmac(String secret) {
        return Map.of("type", "HMAC", "header", "X-Shop-Signature", "secret", secret);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + api.getAddress().getPort() + path;
    }

    private static String hmacOf(String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
