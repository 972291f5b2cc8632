package dev.externaltenants.claimsextension.callout;

import java.io.IOException;

import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * Sends over a connection only while there is nothing to be read from it: what an API sent beyond its last answer would be
 * taken for the answer to the next call, which may be about somebody else. HTTP 1.1 bids to close such a connection, too
 * (RFC 9112, section 6.3); the pool looks only whether it has ended.
 */
final class CleanConnections extends HttpRequestExecutor {

    /** The least that can be asked for; what is there already is seen whatever the time. */
    private static final int LOOK_MILLISECONDS = 1;

    /** @throws LeftoverAnswerException before anything is sent, when something is there to be read */
    @Override
    public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        boolean used = connection.getMetrics().getResponseCount() > 0;
        if (used && connection.isResponseAvailable(LOOK_MILLISECONDS)) {
            connection.close();
            throw new LeftoverAnswerException();
        }
        return super.execute(request, connection, context);
    }
}
