package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.claimsextension.mapping.ClaimNames;
import dev.externaltenants.tests.servers.Waits;
import dev.externaltenants.tests.servers.hostile.Fault;
import dev.externaltenants.tests.servers.hostile.HostileApis;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.conn.InMemoryDnsResolver;
import org.apache.http.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a callout when the API does its worst: a number, in time, and nothing else. */
@Timeout(120)
class CalloutFaultsTest {

    /** The least that an extension may have, since most of the thousand rounds are over at once. */
    private static final int OF_A_ROUND = 200;

    private static final int TIMEOUT = 1000;
    private static final int ROUNDS = 1000;
    private static final int CALLERS = 8;

    /** What a busy machine may need beyond the timeout. */
    private static final Duration ROOM = Duration.ofSeconds(3);

    private static final Map<String, Object> GOLD = Map.of("loyaltyTier", "gold");

    private static HostileApis apis;
    private static CloseableHttpClient client;
    private static CalloutWorkers workers;

    @BeforeAll
    static void start() throws GeneralSecurityException, IOException {
        apis = HostileApis.start("trap.example.org");
        client = client();
        workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        workers.close();
        apis.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheNumberOfTheFaultWithinTheTimeout(Fault fault) {
        long start = System.nanoTime();

        CalloutResult<Map<String, Object>> result = call(apis.url(fault));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofMillis(TIMEOUT).plus(ROOM));
        assertThat(result).isInstanceOfSatisfying(CalloutResult.Failed.class, failed -> assertThat(
                        failed.error().code())
                .isEqualTo(fault.number()));
    }

    @Test
    void takesTheAnswerOfAnApiWhoseCertificateIsGood() {
        assertThat(call(apis.goodByTls())).isEqualTo(new CalloutResult.Answered<>(GOLD));
    }

    @Test
    void keepsOfAnAnswerNoneOfTheClaimsThatAreTheServersOwn() {
        List<ClaimMapping> everything = Stream.concat(Stream.of("loyaltyTier"), ReservedClaimNames.all())
                .map(name -> new ClaimMapping(name, null))
                .toList();

        CalloutResult<Map<String, Object>> result = call(client, workers, apis.forging(), 10 * TIMEOUT);

        assertThat(result).isInstanceOf(CalloutResult.Answered.class);
        Map<String, Object> answer = ((CalloutResult.Answered<Map<String, Object>>) result).answer();
        assertThat(answer).hasSizeGreaterThan(20).containsEntry("sub", HostileApis.FORGED);
        assertThat(Extensions.mapping(everything.toArray(ClaimMapping[]::new))
                        .answeredClaims()
                        .permitted(answer, ClaimNames.TOKEN::permit))
                .isEqualTo(GOLD);
    }

    @Test
    void leavesNeitherThreadsNorConnectionsBehindAfterAThousandFaults()
            throws InterruptedException, ExecutionException, IOException, GeneralSecurityException {
        List<Fault> faults = List.of(Fault.values());
        try (CloseableHttpClient ofItsOwn = client();
                CalloutWorkers threads = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT)) {
            int connectionsBefore = apis.openConnections();
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            List<Future<CalloutResult<Map<String, Object>>>> rounds = IntStream.range(0, ROUNDS)
                    .mapToObj(round -> callers.submit(
                            () -> call(ofItsOwn, threads, apis.url(faults.get(round % faults.size())), OF_A_ROUND)))
                    .toList();
            for (Future<CalloutResult<Map<String, Object>>> round : rounds) {
                assertThat(round.get()).isInstanceOf(CalloutResult.Failed.class);
            }
            callers.shutdown();

            Waits.until("the last exchange to end", ROOM, () -> threads.extensionsInFlight() == 0);
            assertThat(threads.size()).isLessThanOrEqualTo(2 * CALLERS);
            // what is kept are those of callers that may be used again
            Waits.until(
                    "broken connections to be closed",
                    ROOM,
                    () -> apis.openConnections() - connectionsBefore <= CALLERS);
            assertThat(call(ofItsOwn, threads, apis.good(), TIMEOUT)).isEqualTo(new CalloutResult.Answered<>(GOLD));
        }
    }

    private static CalloutResult<Map<String, Object>> call(URI url) {
        return call(client, workers, url, TIMEOUT);
    }

    private static CalloutResult<Map<String, Object>> call(
            CloseableHttpClient http, CalloutWorkers threads, URI url, int timeout) {
        CalloutProvider engine = new HttpCalloutProvider(
                new HttpExchange(http, threads),
                new Circuit(),
                (request, body, deadline) -> Map.of(),
                new CalloutMetrics());
        return engine.call(
                Requests.to(Extensions.calling(url.toString(), timeout, 0)),
                new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private static CloseableHttpClient client() throws GeneralSecurityException, IOException {
        InMemoryDnsResolver dns = new InMemoryDnsResolver();
        dns.add("127.0.0.1", InetAddress.getLoopbackAddress());
        // as a name would that was public when the extension was written
        dns.add("trap.example.org", InetAddress.getLoopbackAddress());
        return CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1"), dns)
                .setSSLContext(SSLContexts.custom()
                        .loadTrustMaterial(apis.authority(), null)
                        .build())
                .setMaxConnPerRoute(64)
                .setMaxConnTotal(128)
                .build();
    }
}
