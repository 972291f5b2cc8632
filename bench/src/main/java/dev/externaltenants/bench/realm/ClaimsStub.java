package dev.externaltenants.bench.realm;

import java.time.Duration;

import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Response;

/** A claims API that answers the same to everybody after a time. It checks no token: that would be its own cost. */
public final class ClaimsStub implements AutoCloseable {

    private static final String ANSWER =
            """
            {"data": {"@odata.type": "microsoft.graph.onTokenIssuanceStartResponseData", "actions": [
              {"@odata.type": "microsoft.graph.tokenIssuanceStart.provideClaimsForToken",
               "claims": {"loyaltyTier": "gold"}}]}}""";

    private final LocalServer server;

    private ClaimsStub(LocalServer server) {
        this.server = server;
    }

    public static ClaimsStub answeringAfter(Duration time) {
        return new ClaimsStub(LocalServer.start(0, request -> {
            // A body that is not read ends the connection.
            request.body();
            return answerAfter(time);
        }));
    }

    private static Response answerAfter(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return Response.json(200, ANSWER);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Response.text(503, "text/plain", "closing");
        }
    }

    public String url() {
        return server.url("/claims").toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
