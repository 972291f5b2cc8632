package dev.externaltenants.samples.claims;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsApiTest {

    private static final String CALL = "{\"type\":\"microsoft.graph.authenticationEvent.tokenIssuanceStart\","
            + "\"data\":{\"authenticationContext\":{\"user\":{\"mail\":\"ada@example.org\"}}}}";

    private SigningTenant issuer;
    private ClaimsApi api;

    @BeforeEach
    void start() throws Exception {
        issuer = new SigningTenant();
        api = ClaimsApi.start(0, issuer.url(), "api://loyalty");
    }

    @AfterEach
    void stop() {
        api.close();
        issuer.close();
    }

    @Test
    void providesTheLoyaltyTier() throws Exception {
        HttpResponse<String> response = call(issuer.signed(good()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"microsoft.graph.onTokenIssuanceStartResponseData\"")
                .contains("\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\"")
                .contains("{\"loyaltyTier\":\"gold\"}");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void refusesACallWithoutAToken() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(api.url()).POST(HttpRequest.BodyPublishers.ofString(CALL)));

        assertRefused(response);
    }

    @Test
    void refusesATokenForAnotherAudience() throws Exception {
        assertRefused(call(issuer.signed(good().audience("api://other"))));
    }

    @Test
    void refusesATokenOfAnotherCaller() throws Exception {
        assertRefused(call(issuer.signed(good().claim("azp", "shop"))));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws Exception {
        assertRefused(call(issuer.signed(good().issuer("http://evil.example"))));
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        assertRefused(
                call(issuer.signed(good().expirationTime(Date.from(Instant.now().minusSeconds(3600))))));
    }

    @Test
    void refusesATokenWithoutAnEnd() throws Exception {
        assertRefused(call(issuer.signed(good().expirationTime(null))));
    }

    @Test
    void refusesATokenSignedByAnotherKey() throws Exception {
        assertRefused(call(SigningTenant.signed(good(), SigningTenant.newKey())));
    }

    @Test
    void answersAsTold() throws Exception {
        api.answerWith(Answer.Other.status(503));
        assertThat(call(issuer.signed(good())).statusCode()).isEqualTo(503);

        api.answerWith(new Answer.Claims(Map.of("loyaltyTier", "silver")));
        assertThat(call(issuer.signed(good())).body()).contains("{\"loyaltyTier\":\"silver\"}");

        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void saysHowItIsRegistered() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(api.url().resolve("/registration")));

        JsonNode registration = new ObjectMapper().readTree(response.body());
        assertThat(registration.path("targetUrl").asText()).isEqualTo(api.url().toString());
        assertThat(registration.path("resourceId").asText()).isEqualTo("api://loyalty");
        assertThat(registration.at("/encryptionKey/publicKey").asText()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(response.body()).doesNotContain("PRIVATE", "\"d\"");
    }

    private JWTClaimsSet.Builder good() {
        return issuer.claims().audience("api://loyalty").claim("azp", CallerCheck.EVENT_SERVICE);
    }

    private HttpResponse<String> call(String token) throws Exception {
        return send(HttpRequest.newBuilder(api.url())
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(CALL)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"invalid_token\"", "error_description");
        assertThat(api.calls()).isEmpty();
    }
}
