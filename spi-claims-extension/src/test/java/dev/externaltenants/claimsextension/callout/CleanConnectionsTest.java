package dev.externaltenants.claimsextension.callout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Which connections of an API are used again. */
@Timeout(30)
class CleanConnectionsTest {

    private static final Object TRUE_CLAIMS = new CalloutResult.Answered<>(Map.of("of", "this call"));

    private final CountDownLatch saidMore = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CalloutWorkers workers = new CalloutWorkers(CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
    private final CloseableHttpClient client =
            CalloutHttpClientFactory.guarded(AllowedHosts.of("127.0.0.1")).build();
    private ServerSocket api;

    @BeforeEach
    void start() throws IOException {
        api = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        api.close();
        threads.shutdownNow();
        client.close();
        workers.close();
    }

    @Test
    void usesAConnectionAgainThatHasNothingLeftOver() {
        answering(answer("this call"), "");

        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(connections).hasValue(1);
    }

    @Test
    void takesNothingForAnAnswerThatCameWithTheLastOne() {
        answering(answer("this call") + answer("another call"), "");

        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(connections).hasValue(2);
    }

    @Test
    void takesNothingForAnAnswerThatCameAfterTheLastOne() throws InterruptedException {
        answering(answer("this call"), answer("another call"));

        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(saidMore.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(call()).isEqualTo(TRUE_CLAIMS);
        assertThat(connections).hasValue(2);
    }

    @Test
    void tellsWhoTriesAnExtensionOfTheCallAlone() {
        answering(answer("this call") + answer("another call"), "");
        call();

        CalloutTrial<?> trial = engine().tryOut(request(), new TokenIssuanceStart(Map.of(), answered -> true));

        assertThat(trial.result()).isEqualTo(TRUE_CLAIMS);
        assertThat(trial.tries()).hasSize(1);
    }

    private CalloutResult<Map<String, Object>> call() {
        return engine().call(request(), new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private CalloutRequest request() {
        return Requests.to(Extensions.calling("http://127.0.0.1:" + api.getLocalPort() + "/", 2000, 0));
    }

    private CalloutProvider engine() {
        return new HttpCalloutProvider(
                new HttpExchange(client, workers),
                new Circuit(),
                (request, body, deadline) -> Map.of(),
                new CalloutMetrics());
    }

    /** Answers each request on each connection so, and says more a little later. */
    private void answering(String atOnce, String later) {
        threads.execute(() -> {
            try {
                while (true) {
                    Socket connection = api.accept();
                    connections.incrementAndGet();
                    threads.execute(() -> serve(connection, atOnce, later));
                }
            } catch (IOException | RejectedExecutionException e) {
                assertThat(api.isClosed()).isTrue();
            }
        });
    }

    private void serve(Socket connection, String atOnce, String later) {
        try (connection) {
            BufferedReader requests =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = connection.getOutputStream();
            while (readRequest(requests)) {
                out.write(atOnce.getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (!later.isEmpty()) {
                    Thread.sleep(100);
                    out.write(later.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    saidMore.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean readRequest(BufferedReader requests) throws IOException {
        int length = 0;
        String line = requests.readLine();
        if (line == null) {
            return false;
        }
        while (!line.isEmpty()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
            line = requests.readLine();
        }
        // what is sent is ASCII
        return requests.skip(length) == length;
    }

    private static String answer(String of) {
        String body = "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":[{"
                + "\"@odata.type\":\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\","
                + "\"claims\":{\"of\":\"" + of + "\"}}]}}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }
}
