package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.externaltenants.claimsextension.callout.CalloutWorkers.Caller;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;

/** One try: a POST whose answer is whole, small and JSON within the time, or a reason why not. */
final class HttpExchange {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);

    static final int MAX_BODY_BYTES = 64 * 1024;

    private final CloseableHttpClient client;
    private final CalloutWorkers workers;

    HttpExchange(CloseableHttpClient client, CalloutWorkers workers) {
        this.client = client;
        this.workers = workers;
    }

    /** Returns the client that exchanges go by, to be looked at by {@link #by}. */
    CloseableHttpClient client() {
        return client;
    }

    /** Returns the same exchange by another client. */
    HttpExchange by(CloseableHttpClient other) {
        return new HttpExchange(other, workers);
    }

    /** Returns the same exchange over the connections of another client; whoever looks on, still does. */
    HttpExchange over(CloseableHttpClient other) {
        return by(client instanceof ObservedExchanges observed ? observed.over(other) : other);
    }

    byte[] post(Caller caller, Message message, byte[] body, int timeoutInMilliseconds) throws CalloutException {
        HttpPost request = message.with(body);
        request.setConfig(CalloutHttpClientFactory.tryWithin(timeoutInMilliseconds));
        try {
            Future<byte[]> answer = workers.submit(caller, () -> answerTo(request));
            return answer.get(timeoutInMilliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw CalloutException.lasting(CalloutError.THROTTLED, e);
        } catch (TimeoutException e) {
            // socket timeouts do not end an answer that drips byte by byte; this does
            request.abort();
            throw CalloutException.passing(CalloutError.TIMED_OUT, e);
        } catch (InterruptedException e) {
            request.abort();
            Thread.currentThread().interrupt();
            throw CalloutException.lasting(CalloutError.UNEXPECTED, e);
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        }
    }

    private byte[] answerTo(HttpPost request) throws IOException, CalloutException {
        // closing an answer that was not read to its end closes its connection
        try (CloseableHttpResponse response = overACleanConnection(request)) {
            int status = response.getStatusLine().getStatusCode();
            if (status != 200) {
                throw CalloutException.ofStatus(status);
            }
            HttpEntity entity = response.getEntity();
            if (!isJson(response.getFirstHeader(HttpHeaders.CONTENT_TYPE))) {
                throw CalloutException.lasting(CalloutError.INVALID_CONTENT_TYPE);
            }
            if (entity == null) {
                throw CalloutException.lasting(CalloutError.EMPTY_RESPONSE);
            }
            return limited(entity);
        }
    }

    /** Ends at the latest with a new connection, or with the call's deadline, which aborts the request. */
    private CloseableHttpResponse overACleanConnection(HttpPost request) throws IOException {
        while (true) {
            try {
                return client.execute(request);
            } catch (LeftoverAnswerException e) {
                LOG.debug("Left a connection", e);
            }
        }
    }

    private static boolean isJson(Header contentType) {
        if (contentType == null) {
            return false;
        }
        String mimeType = contentType.getValue().split(";", 2)[0].trim();
        return "application/json".equalsIgnoreCase(mimeType);
    }

    // The stream is not closed here: closing it would read the rest, however long that is.
    private static byte[] limited(HttpEntity entity) throws IOException, CalloutException {
        byte[] body = entity.getContent().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw CalloutException.lasting(CalloutError.RESPONSE_TOO_LARGE);
        }
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            throw CalloutException.lasting(CalloutError.EMPTY_RESPONSE);
        }
        return body;
    }

    private static CalloutException translated(Throwable cause) {
        if (cause instanceof CalloutException refused) {
            return refused;
        }
        if (cause instanceof BlockedTargetException) {
            // A name may be unknown for a moment only; of an internal one the second try must not tell it apart.
            return CalloutException.unconnected(CalloutError.BLOCKED, cause);
        }
        if (cause instanceof ConnectTimeoutException) {
            return CalloutException.unconnected(CalloutError.TIMED_OUT, cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return CalloutException.unconnected(CalloutError.CONNECTION, cause);
        }
        // of sockets, connecting and waiting for a pooled connection alike
        if (cause instanceof InterruptedIOException) {
            return CalloutException.passing(CalloutError.TIMED_OUT, cause);
        }
        if (cause instanceof IOException) {
            return CalloutException.passing(CalloutError.CONNECTION, cause);
        }
        return CalloutException.lasting(CalloutError.UNEXPECTED, cause);
    }
}
