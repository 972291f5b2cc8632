package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class CalloutTrialTest {

    private static final String ANSWER =
            "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":[{"
                    + "\"@odata.type\":\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\","
                    + "\"claims\":{\"tier\":\"gold\"}}]}}";

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private final CalloutWorkers workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    private final Circuit circuit = new Circuit();
    private final CloseableHttpClient client =
            CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1")).build();
    private final CalloutProvider engine = new HttpCalloutProvider(
            new HttpExchange(client, workers),
            circuit,
            (request, body, deadline) -> Map.of("Authorization", "Bearer secret-token"),
            new CalloutMetrics());
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(serverThreads);
        api.start();
    }

    @AfterEach
    void stop() throws IOException {
        testIsOver.countDown();
        api.stop(0);
        serverThreads.shutdownNow();
        client.close();
        workers.close();
    }

    @Test
    void showsWhatWasSentAndWhatCameBack() {
        answering(200, "application/json", ANSWER);

        CalloutTrial<?> trial = tryOut("127.0.0.1");

        assertThat(trial.result()).isInstanceOf(CalloutResult.Answered.class);
        assertThat(trial.requestBody()).contains("onTokenIssuanceStartCalloutData");
        assertThat(trial.tries()).singleElement().satisfies(seen -> {
            assertThat(seen.response().status()).isEqualTo(200);
            assertThat(seen.response().headers()).containsEntry("content-type", "application/json");
            assertThat(seen.response().body()).isEqualTo(ANSWER);
            assertThat(seen.response().isCut()).isFalse();
        });
    }

    @Test
    void showsEachTryWithItsAnswer() {
        answering(503, "text/plain", "later");

        CalloutTrial<?> trial = tryOut("127.0.0.1");

        assertThat(trial.tries())
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen.response().body()).isEqualTo("later"));
    }

    @Test
    void showsNoHeaderThatHelpsNobody() {
        handling(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=secret");
            exchange.sendResponseHeaders(401, -1);
        });

        assertThat(tryOut("127.0.0.1").tries().get(0).response().headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void showsNoMoreThanTheEngineReads() {
        answering(200, "application/json", "x".repeat(100_000));

        CalloutTrial<?> trial = tryOut("127.0.0.1");

        assertThat(error(trial)).isEqualTo(CalloutError.RESPONSE_TOO_LARGE);
        CalloutTrial.Response response = trial.tries().get(0).response();
        assertThat(response.body()).hasSize(64 * 1024);
        assertThat(response.isCut()).isTrue();
    }

    @Test
    void showsWhatHadComeUntilTheDeadline() {
        handling(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"data\":".getBytes(StandardCharsets.UTF_8));
            body.flush();
            untilTheTestIsOver();
        });

        CalloutTrial<?> trial = tryOut("127.0.0.1");

        assertThat(error(trial)).isEqualTo(CalloutError.TIMED_OUT);
        assertThat(trial.tries().get(0).response().body()).isEqualTo("{\"data\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.2", "[::1]", "169.254.169.254", "[::ffff:169.254.169.254]"})
    void reachesNothingInternal(String host) {
        answering(200, "application/json", ANSWER);

        CalloutTrial<?> trial = tryOut(host);

        assertThat(error(trial)).isEqualTo(CalloutError.BLOCKED);
        assertThat(trial.tries()).allSatisfy(seen -> assertThat(seen.response()).isNull());
        assertThat(calls).hasValue(0);
    }

    @Test
    void showsWhereARedirectLeadsAndDoesNotFollowIt() {
        AtomicInteger followed = new AtomicInteger();
        api.createContext("/elsewhere", exchange -> followed.incrementAndGet());
        String metadata = "http://127.0.0.1:" + api.getAddress().getPort() + "/elsewhere";
        handling(exchange -> {
            exchange.getResponseHeaders().set("Location", metadata);
            exchange.sendResponseHeaders(307, -1);
        });

        CalloutTrial<?> trial = tryOut("127.0.0.1");

        assertThat(error(trial)).isEqualTo(CalloutError.INVALID_STATUS);
        assertThat(trial.tries().get(0).response().headers()).containsEntry("location", metadata);
        assertThat(followed).hasValue(0);
    }

    @Test
    void failuresHereLeaveTheApiToSignIns() {
        answering(503, "text/plain", "later");

        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> tryOut("127.0.0.1"));

        assertThat(circuit.leftAlone()).isZero();
    }

    @Test
    void callsAnApiThatSignInsLeaveAlone() {
        answering(200, "application/json", ANSWER);
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> circuit.failed(Extensions.ID));

        assertThat(tryOut("127.0.0.1").result()).isInstanceOf(CalloutResult.Answered.class);
    }

    private CalloutTrial<?> tryOut(String host) {
        String url = "http://" + host + ":" + api.getAddress().getPort() + "/claims";
        return engine.tryOut(
                Requests.to(Extensions.calling(url, 700, 1)), new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private static CalloutError error(CalloutTrial<?> trial) {
        return ((CalloutResult.Failed<?>) trial.result()).error();
    }

    private void answering(int status, String contentType, String body) {
        handling(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void handling(HttpHandler handler) {
        api.createContext("/claims", exchange -> {
            calls.incrementAndGet();
            handler.handle(exchange);
            exchange.close();
        });
    }

    private void untilTheTestIsOver() {
        try {
            testIsOver.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
