package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.callout.CalloutWorkers.Caller;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.circuit.Circuit;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class HttpCalloutProviderTest {

    private static final String ANSWER =
            "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":[{"
                    + "\"@odata.type\":\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\","
                    + "\"claims\":{\"loyaltyTier\":\"gold\"}}]}}";

    // these APIs would hold the caller for the whole test; generous, for a busy machine
    private static final Duration WELL_BEFORE_NEVER = Duration.ofSeconds(4);

    /** As in {@link Requests}. */
    private static final String TENANT = "30000000-0000-0000-0000-000000000003";

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private final CalloutWorkers workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    private final Circuit circuit = new Circuit();
    private final CloseableHttpClient client = CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1"))
            // As many as Keycloak has; two by itself.
            .setMaxConnPerRoute(64)
            .setMaxConnTotal(128)
            .build();
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
    void returnsTheClaimsOfTheApi() {
        answering(exchange -> respond(exchange, 200, "application/json; charset=utf-8", ANSWER));

        assertThat(call(1000, 1)).isEqualTo(new CalloutResult.Answered<>(Map.of("loyaltyTier", "gold")));
        assertThat(calls).hasValue(1);
    }

    @Test
    void postsJsonWithTheSignedToken() {
        AtomicReference<String> seen = new AtomicReference<>();
        answering(exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.set(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + body.contains("onTokenIssuanceStartCalloutData"));
            respond(exchange, 200, "application/json", ANSWER);
        });

        call(1000, 0);

        assertThat(seen)
                .hasValue("POST application/json Bearer signed:api://api.example.org/" + Extensions.ID + " true");
    }

    @Test
    void leavesAHangingApiAtTheDeadlineOfItsTries() {
        answering(exchange -> hang());

        long start = System.nanoTime();
        CalloutResult<?> result = call(300, 1);

        failed(result, CalloutError.TIMED_OUT, 2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(600), WELL_BEFORE_NEVER);
        assertThat(calls).hasValue(2);
    }

    @Test
    void leavesAnApiThatDripsBytesAtTheDeadline() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (testIsOver.getCount() > 0) {
                body.write(' ');
                body.flush();
                pause(50);
            }
        });

        long start = System.nanoTime();
        CalloutResult<?> result = call(400, 0);

        failed(result, CalloutError.TIMED_OUT, 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WELL_BEFORE_NEVER);
    }

    @Test
    void stopsReadingAHugeBody() {
        answering(exchange -> respond(exchange, 200, "application/json", " ".repeat(10_000_000)));

        failed(call(2000, 1), CalloutError.RESPONSE_TOO_LARGE, 1);
    }

    @Test
    void followsNoRedirect() {
        AtomicInteger redirected = new AtomicInteger();
        api.createContext("/elsewhere", exchange -> {
            redirected.incrementAndGet();
            respond(exchange, 200, "application/json", ANSWER);
        });
        answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            respond(exchange, 307, "application/json", ANSWER);
        });

        failed(call(1000, 1), CalloutError.INVALID_STATUS, 1);
        assertThat(redirected).hasValue(0);
    }

    @Test
    void keepsNoCookies() {
        AtomicReference<String> cookie = new AtomicReference<>();
        answering(exchange -> {
            cookie.set(exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/");
            respond(exchange, 200, "application/json", ANSWER);
        });

        call(1000, 0);
        call(1000, 0);

        assertThat(cookie).hasNullValue();
    }

    @ParameterizedTest
    @CsvSource({"201, 1", "204, 1", "400, 1", "401, 1", "404, 1", "429, 1", "500, 2", "503, 2"})
    void acceptsStatus200OnlyAndRetriesServerErrors(int status, int tries) {
        answering(exchange -> respond(exchange, status, "application/json", status == 204 ? "" : ANSWER));

        failed(call(1000, 1), CalloutError.INVALID_STATUS, tries);
        assertThat(calls).hasValue(tries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/json", "application/jsonp", "application/problem+json", ""})
    void acceptsJsonOnly(String contentType) {
        answering(exchange -> respond(exchange, 200, contentType, ANSWER));

        failed(call(1000, 1), CalloutError.INVALID_CONTENT_TYPE, 1);
    }

    @Test
    void refusesAnEmptyBody() {
        answering(exchange -> respond(exchange, 200, "application/json", ""));

        failed(call(1000, 1), CalloutError.EMPTY_RESPONSE, 1);
    }

    @Test
    void doesNotAskAgainWhenTheAnswerIsWrong() {
        answering(exchange -> respond(exchange, 200, "application/json", "{}"));

        failed(call(1000, 1), CalloutError.INVALID_BODY, 1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void takesTheClaimsOfTheSecondTry() {
        answering(exchange ->
                respond(exchange, calls.get() == 1 ? 500 : 200, "application/json", calls.get() == 1 ? "" : ANSWER));

        assertThat(call(1000, 1)).isInstanceOf(CalloutResult.Answered.class);
    }

    @Test
    void triesAgainWhenTheConnectionIsRefused() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        failed(call("http://127.0.0.1:" + closed + "/", 1000, 1), CalloutError.CONNECTION, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.2", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"})
    void connectsToNoInternalHostThatTheOperatorDidNotAllow(String host) {
        answering(exchange -> respond(exchange, 200, "application/json", ANSWER));

        CalloutResult<?> result = call("http://" + host + ":" + api.getAddress().getPort() + "/claims", 1000, 1);

        failed(result, CalloutError.BLOCKED, 2);
        assertThat(calls).hasValue(0);
    }

    /** The number, the tries and the sameness of both: no tenant learns which names the operator's network has. */
    @Test
    void failsForAnUnknownHostAsForAnInternalOne() {
        failed(call("http://unknown.invalid/claims", 1000, 1), CalloutError.BLOCKED, 2);
    }

    @Test
    void leavesRoomForOtherExtensionsWhenOneHangs() {
        CountDownLatch hold = new CountDownLatch(1);
        List<Future<Boolean>> hanging = hanging(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT / 4, Extensions.ID, hold);

        failed(call(1000, 1), CalloutError.THROTTLED, 1);
        assertThat(workers.submit(new Caller(TENANT, "another"), () -> "done")).succeedsWithin(Duration.ofSeconds(5));
        hold.countDown();
        assertThat(hanging).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void leavesRoomForOtherTenantsWhenTwoExtensionsOfOneHang() {
        CountDownLatch hold = new CountDownLatch(1);
        hanging(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT / 4, "one", hold);
        hanging(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT / 4, "two", hold);

        failed(call(1000, 1), CalloutError.THROTTLED, 1);
        assertThat(workers.submit(new Caller("another", "three"), () -> "done")).succeedsWithin(Duration.ofSeconds(5));
        hold.countDown();
    }

    /** Whoever opens many tabs, or has tokens refreshed again and again, must not have others' sign-ins fail. */
    @Test
    void leavesRoomForOtherCustomersWhenTheApiHangsForOneWhoCallsManyTimes() throws InterruptedException {
        CountDownLatch four = new CountDownLatch(4);
        answering(exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains("mallory")) {
                four.countDown();
                hang();
            }
            respond(exchange, 200, "application/json", ANSWER);
        });
        List<Future<CalloutResult<Map<String, Object>>>> many = IntStream.range(0, 16)
                .mapToObj(i -> serverThreads.submit(() -> callFor("mallory", 2000)))
                .toList();
        assertThat(four.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(callFor("anna")).isInstanceOf(CalloutResult.Answered.class);

        assertThat(many)
                .filteredOn(call -> errorOf(call) == CalloutError.THROTTLED)
                .hasSize(12);
        assertThat(calls).hasValue(5);
    }

    private List<Future<Boolean>> hanging(int calls, String extension, CountDownLatch hold) {
        return IntStream.range(0, calls)
                .mapToObj(i -> workers.submit(new Caller(TENANT, extension), () -> hold.await(20, TimeUnit.SECONDS)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"OTP_SEND, 1", "ATTRIBUTE_COLLECTION_SUBMIT, 1", "ATTRIBUTE_COLLECTION_START, 2"})
    void asksOnceOnlyWhatMustNotHappenTwice(AuthenticationEvent event, int tries) {
        answering(exchange -> respond(exchange, 500, "application/json", ""));

        failed(call(event, url(), 1), CalloutError.INVALID_STATUS, tries);
    }

    @Test
    void asksAgainWhatMustNotHappenTwiceWhenNobodyCanHaveHeard() throws IOException {
        failed(
                call(AuthenticationEvent.OTP_SEND, "http://127.0.0.1:" + closedPort() + "/", 1),
                CalloutError.CONNECTION,
                2);
    }

    @Test
    void remembersNoExtensionThatHasNoCallUnderWay() {
        Future<String> call = workers.submit(new Caller(TENANT, "deleted since"), () -> "done");

        assertThat(call).succeedsWithin(Duration.ofSeconds(5));
        assertThat(workers.extensionsInFlight()).isZero();
    }

    @Test
    void leavesAnApiAloneThatFailedFiveTimesInARow() {
        answering(exchange -> respond(exchange, 503, "application/json", ""));
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> callFor("customer " + i));

        failed(call(1000, 1), CalloutError.CIRCUIT_OPEN, 0);
        assertThat(calls).hasValue(Circuit.FAILURES_TO_OPEN);
    }

    @Test
    void goesOnCallingAnApiThatFailsForOneCustomer() {
        answering(exchange -> respond(exchange, 500, "application/json", ""));

        IntStream.range(0, 3 * Circuit.FAILURES_TO_OPEN).forEach(i -> callFor("mallory"));

        failed(callFor("anna"), CalloutError.INVALID_STATUS, 1);
    }

    @Test
    void goesOnCallingAnApiThatHangsForOneCustomer() {
        answering(exchange -> hang());

        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> call(200, 0));

        failed(call(200, 0), CalloutError.TIMED_OUT, 1);
    }

    @Test
    void leavesAnApiAloneThatCannotBeConnectedToWhoeverAsks() throws IOException {
        String nowhere = "http://127.0.0.1:" + closedPort() + "/";
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> call(nowhere, 1000, 0));

        failed(call(nowhere, 1000, 0), CalloutError.CIRCUIT_OPEN, 0);
    }

    @Test
    void knowsWhereTheApiHasCertainlyHeardNothing() throws IOException {
        answering(exchange -> respond(exchange, 403, "application/json", ""));

        assertThat(perhapsHeard(call(1000, 0))).isTrue();
        assertThat(perhapsHeard(call("http://127.0.0.2/", 1000, 0))).isFalse();
        assertThat(perhapsHeard(call("http://127.0.0.1:" + closedPort() + "/", 1000, 0)))
                .isFalse();
    }

    private static boolean perhapsHeard(CalloutResult<?> result) {
        return ((CalloutResult.Failed<?>) result).perhapsHeard();
    }

    private CalloutResult<Map<String, Object>> callFor(String userId) {
        return callFor(userId, 1000);
    }

    private CalloutResult<Map<String, Object>> callFor(String userId, int timeout) {
        return engine().call(
                        Requests.to(Extensions.calling(url(), timeout, 0), userId),
                        new TokenIssuanceStart(Map.of(), answered -> true));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 429})
    void goesOnCallingAnApiThatAnswersWhateverItSays(int status) {
        answering(exchange -> respond(exchange, status, "application/json", "{}"));

        IntStream.rangeClosed(0, Circuit.FAILURES_TO_OPEN).forEach(i -> call(1000, 0));

        assertThat(calls).hasValue(Circuit.FAILURES_TO_OPEN + 1);
    }

    @Test
    void callsAnApiAgainOnceItsExtensionIsChanged() {
        answering(exchange -> respond(exchange, 200, "application/json", ANSWER));
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> circuit.failed(Extensions.ID + ".0 1000"));

        assertThat(call(1000, 0)).isInstanceOf(CalloutResult.Answered.class);
    }

    @Test
    void failsLikeAnApiWhereTheCallCannotBeSigned() {
        CalloutProvider engine = new HttpCalloutProvider(
                new dev.externaltenants.claimsextension.callout.HttpExchange(client, workers),
                circuit,
                (request, body, deadline) -> {
                    throw new IllegalStateException("no key");
                },
                new CalloutMetrics());

        failed(
                engine.call(
                        Requests.to(Extensions.calling("http://127.0.0.1/", 1000, 1)),
                        new TokenIssuanceStart(Map.of(), answered -> true)),
                CalloutError.HANDLER_UNEXPECTED,
                1);
    }

    @Test
    void countsFailuresInARowOnly() {
        answering(exchange -> respond(exchange, calls.get() == 3 ? 400 : 500, "application/json", ""));

        IntStream.range(0, 7).forEach(i -> callFor("customer " + i));

        assertThat(calls).hasValue(7);
    }

    @Test
    void countsCallsThatAreSparedApart() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> circuit.failed(Extensions.ID + ".1 1000"));

        call(1000, 0);

        assertThat(registry.get("xt.callout")
                        .tags("event", "tokenIssuanceStart", "result", "circuit_open")
                        .counter()
                        .count())
                .isEqualTo(1);
        Metrics.removeRegistry(registry);
    }

    @Test
    void anApiWhoseTokenEndpointIsDownIsNotLeftAloneForIt() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        answering(exchange -> respond(exchange, 200, "application/json", ANSWER));
        CalloutProvider engine = engine((request, body, deadline) -> {
            throw CalloutException.unconnected(CalloutError.CONNECTION, null).ofTokenEndpoint();
        });
        CalloutRequest request = Requests.to(Extensions.calling(url(), 1000, 0));
        TokenIssuanceStart contract = new TokenIssuanceStart(Map.of(), answered -> true);

        IntStream.range(0, 2 * Circuit.FAILURES_TO_OPEN)
                .forEach(i -> failed(engine.call(request, contract), CalloutError.CONNECTION, 1));

        assertThat(perhapsHeard(engine.call(request, contract))).isFalse();
        assertThat(call(1000, 0)).isInstanceOf(CalloutResult.Answered.class);
        assertThat(registry.get("xt.callout")
                        .tags("event", "tokenIssuanceStart", "result", "token_endpoint")
                        .counter()
                        .count())
                .isEqualTo(2 * Circuit.FAILURES_TO_OPEN + 1);
        assertThat(registry.get("xt.callout")
                        .tags("event", "tokenIssuanceStart", "result", "1003027")
                        .counter()
                        .count())
                .isZero();
        Metrics.removeRegistry(registry);
    }

    @Test
    void countsResults() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        answering(exchange -> respond(exchange, 404, "application/json", ""));

        call(1000, 0);

        assertThat(registry.get("xt.callout")
                        .tags("event", "tokenIssuanceStart", "result", "1003002")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("xt.callout.seconds")
                        .tags("event", "tokenIssuanceStart", "outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
        Metrics.removeRegistry(registry);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String url() {
        return "http://127.0.0.1:" + api.getAddress().getPort() + "/claims";
    }

    /** An event of which nothing but the name matters. */
    private CalloutResult<Boolean> call(AuthenticationEvent event, String url, int retries) {
        CalloutContract<Boolean> contract = new CalloutContract<>() {
            @Override
            public AuthenticationEvent event() {
                return event;
            }

            @Override
            public Boolean read(CalloutAnswer answer) {
                return true;
            }
        };
        return engine().call(Requests.to(Extensions.calling(url, 1000, retries)), contract);
    }

    private CalloutResult<Map<String, Object>> call(int timeout, int retries) {
        return call("http://127.0.0.1:" + api.getAddress().getPort() + "/claims", timeout, retries);
    }

    private CalloutResult<Map<String, Object>> call(String url, int timeout, int retries) {
        return engine().call(
                        Requests.to(Extensions.calling(url, timeout, retries)),
                        new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private CalloutProvider engine() {
        return engine((request, body, deadline) ->
                Map.of("Authorization", "Bearer signed:" + request.extension().resourceId()));
    }

    private CalloutProvider engine(CallerProof proof) {
        return new HttpCalloutProvider(
                new dev.externaltenants.claimsextension.callout.HttpExchange(client, workers),
                circuit,
                proof,
                new CalloutMetrics());
    }

    private static CalloutError errorOf(Future<CalloutResult<Map<String, Object>>> call) {
        try {
            return call.get(10, TimeUnit.SECONDS) instanceof CalloutResult.Failed<?> failed ? failed.error() : null;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void answering(Handler handler) {
        api.createContext("/claims", exchange -> {
            calls.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private static void respond(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void failed(CalloutResult<?> result, CalloutError error, int tries) {
        assertThat(result).isInstanceOfSatisfying(CalloutResult.Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(error);
            assertThat(failed.tries()).isEqualTo(tries);
        });
    }

    private void hang() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }
}
