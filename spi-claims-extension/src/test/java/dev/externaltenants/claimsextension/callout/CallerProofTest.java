package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.CallerAuthentication.Means;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(20)
class CallerProofTest {

    private final CloseableHttpClient client =
            CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1")).build();
    private final CalloutWorkers workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer tokenEndpoint;
    private String grant = "{\"access_token\":\"granted\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    private long pauseMilliseconds;
    private CallerProof clientCredentials;

    @BeforeEach
    void start() throws IOException {
        tokenEndpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokenEndpoint.createContext("/token", this::grant);
        tokenEndpoint.start();
        clientCredentials = new ClientCredentialsProof(
                new dev.externaltenants.claimsextension.callout.HttpExchange(client, workers),
                new GrantedTokens(),
                new Circuit(),
                secret -> "of the vault".equals(secret) ? "sesame" : secret);
    }

    @AfterEach
    void stop() throws IOException {
        Time.setOffset(0);
        tokenEndpoint.stop(0);
        client.close();
        workers.close();
    }

    /** As an API checks it, with other means than ours. */
    @Test
    void signsTimeAndBody() throws CalloutException, GeneralSecurityException {
        CallerAuthentication hmac = new CallerAuthentication(
                Means.HMAC, null, null, null, null, null, null, null, "sixteen-or-more-letters");

        String header = new HmacProof(secret -> secret)
                .headers(
                        Requests.to(Extensions.provenBy(hmac)),
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                        Deadline.in(1000))
                .get("X-Signature");

        assertThat(header).matches("t=\\d{10},v1=[0-9a-f]{64}");
        String time = header.substring(2, 12);
        assertThat(Long.parseLong(time)).isBetween(Time.currentTimeSeconds() - 5, Time.currentTimeSeconds() + 5);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sixteen-or-more-letters".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((time + ".{\"a\":1}").getBytes(StandardCharsets.UTF_8));
        assertThat(header).endsWith(HexFormat.of().formatHex(expected));
    }

    @Test
    void getsATokenAsTheClientAndKeepsIt() throws CalloutException {
        assertThat(headers()).isEqualTo(Map.of("Authorization", "Bearer granted"));
        assertThat(headers()).isEqualTo(Map.of("Authorization", "Bearer granted"));

        // us%26:sesame, each half encoded for a form
        assertThat(asked).containsExactly("Basic dXMlMjY6c2VzYW1l grant_type=client_credentials&scope=claims+read");
    }

    @Test
    void getsAnotherTokenShortlyBeforeTheEndOfTheFirst() throws CalloutException {
        headers();
        Time.setOffset(271);

        headers();

        assertThat(asked).hasSize(2);
    }

    @Test
    void getsAnotherTokenAfterTheApiRefusedTheFirst() throws CalloutException {
        headers();
        clientCredentials.refused(Requests.to(Extensions.provenBy(credentials())));

        headers();

        assertThat(asked).hasSize(2);
    }

    /** Else a server that just came back meets a question of each sign-in that waits. */
    @Test
    void callsThatNeedATokenAtOnceGetOne() throws Exception {
        pauseMilliseconds = 300;
        ExecutorService threads = Executors.newFixedThreadPool(20);

        List<Future<Map<String, String>>> proofs =
                threads.invokeAll(Collections.nCopies(20, () -> headers(Deadline.in(10_000))));

        for (Future<Map<String, String>> proof : proofs) {
            assertThat(proof.get()).isEqualTo(Map.of("Authorization", "Bearer granted"));
        }
        assertThat(asked).hasSize(1);
        threads.shutdown();
    }

    @Test
    void leavesATokenEndpointAloneThatFailsAgainAndAgain() {
        tokenEndpoint.stop(0);
        for (int i = 0; i < Circuit.FAILURES_TO_OPEN; i++) {
            assertThat(refusal().error()).isEqualTo(CalloutError.CONNECTION);
        }

        CalloutException refusal = refusal();

        assertThat(refusal.error()).isEqualTo(CalloutError.CIRCUIT_OPEN);
        assertThat(refusal.isOfTokenEndpoint()).isTrue();
        assertThat(refusal.at()).isEqualTo("token endpoint");
    }

    @Test
    void saysThatItWasTheTokenEndpointAndWhatOfItsAnswer() {
        grant = "{}";

        assertThat(refusal().at()).isEqualTo("token endpoint, access_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"a b\"}",
                "{\"access_token\":\"a\\r\\nX-Admin: yes\"}",
                "no json"
            })
    void acceptsNoOtherAnswer(String answer) {
        grant = answer;

        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(this::headers)
                .extracting(CalloutException::error)
                .isEqualTo(CalloutError.INVALID_BODY);
    }

    @Test
    void waitsNoLongerThanTheTryMayTake() {
        pauseMilliseconds = 3000;
        long start = System.nanoTime();

        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(this::headers)
                .extracting(CalloutException::error)
                .isEqualTo(CalloutError.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
    }

    private CalloutException refusal() {
        return catchThrowableOfType(CalloutException.class, this::headers);
    }

    private Map<String, String> headers() throws CalloutException {
        return headers(Deadline.in(1000));
    }

    private Map<String, String> headers(Deadline deadline) throws CalloutException {
        return clientCredentials.headers(Requests.to(Extensions.provenBy(credentials())), new byte[0], deadline);
    }

    private CallerAuthentication credentials() {
        return new CallerAuthentication(
                Means.OAUTH2_CLIENT_CREDENTIALS,
                null,
                null,
                "http://127.0.0.1:" + tokenEndpoint.getAddress().getPort() + "/token",
                "us&",
                "claims read",
                null,
                null,
                "of the vault");
    }

    private void grant(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            Thread.sleep(pauseMilliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = grant.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
