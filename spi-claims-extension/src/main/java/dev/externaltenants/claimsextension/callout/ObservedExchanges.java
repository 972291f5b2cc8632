package dev.externaltenants.claimsextension.callout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/** The engine's own client with an eye on what comes back, for an administrator who tries an extension. */
@SuppressWarnings("deprecation") // two methods of the client that nobody calls are abstract still
final class ObservedExchanges extends CloseableHttpClient {

    private final CloseableHttpClient client;
    private final List<Exchange> exchanges;

    ObservedExchanges(CloseableHttpClient client) {
        this(client, new CopyOnWriteArrayList<>());
    }

    private ObservedExchanges(CloseableHttpClient client, List<Exchange> exchanges) {
        this.client = client;
        this.exchanges = exchanges;
    }

    /** Returns one that looks at another client and tells it here. */
    ObservedExchanges over(CloseableHttpClient other) {
        return new ObservedExchanges(other, exchanges);
    }

    /** Returns what was seen so far of each try; an exchange that was left at its deadline may go on beside. */
    List<CalloutTrial.Try> tries() {
        return exchanges.stream().map(Exchange::seen).toList();
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        Exchange exchange = new Exchange();
        exchanges.add(exchange);
        try {
            CloseableHttpResponse response = client.execute(target, request, context);
            HttpEntity entity = response.getEntity();
            exchange.answered(response);
            if (entity != null) {
                response.setEntity(new ByteArrayEntity(exchange.read(entity.getContent())));
            }
            return response;
        } catch (LeftoverAnswerException e) {
            // nothing was sent: the exchange begins again over another connection
            exchanges.remove(exchange);
            throw e;
        } finally {
            exchange.over();
        }
    }

    /** The engine's client goes on without us. */
    @Override
    public void close() {
        // nothing of our own is held
    }

    @Override
    public HttpParams getParams() {
        return client.getParams();
    }

    @Override
    public ClientConnectionManager getConnectionManager() {
        return client.getConnectionManager();
    }

    /** One try. The thread of the exchange writes it, the administrator's reads it. */
    private static final class Exchange {

        /** What helps to mend an API; others may carry what is nobody's business. */
        private static final List<String> SHOWN_HEADERS = List.of(
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.CONTENT_LENGTH,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.WWW_AUTHENTICATE);

        private static final int BUFFER = 4096;

        private final long start = System.nanoTime();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private Map<String, String> headers = Map.of();
        private Integer status;
        private Duration duration;

        synchronized void answered(CloseableHttpResponse response) {
            status = response.getStatusLine().getStatusCode();
            Map<String, String> shown = new TreeMap<>();
            for (String name : SHOWN_HEADERS) {
                Header header = response.getFirstHeader(name);
                if (header != null) {
                    shown.put(name.toLowerCase(Locale.ROOT), header.getValue());
                }
            }
            headers = shown;
        }

        /** Reads one byte more than the engine takes, which then says that there is too much. */
        byte[] read(InputStream content) throws IOException {
            byte[] buffer = new byte[BUFFER];
            int left = HttpExchange.MAX_BODY_BYTES + 1;
            while (left > 0) {
                int count = content.read(buffer, 0, Math.min(left, buffer.length));
                if (count < 0) {
                    break;
                }
                left -= count;
                synchronized (this) {
                    body.write(buffer, 0, count);
                }
            }
            synchronized (this) {
                return body.toByteArray();
            }
        }

        synchronized void over() {
            duration = Duration.ofNanos(System.nanoTime() - start);
        }

        synchronized CalloutTrial.Try seen() {
            Duration taken = duration == null ? Duration.ofNanos(System.nanoTime() - start) : duration;
            if (status == null) {
                return new CalloutTrial.Try(taken, null);
            }
            boolean cut = body.size() > HttpExchange.MAX_BODY_BYTES;
            byte[] bytes = body.toByteArray();
            String text =
                    new String(bytes, 0, Math.min(bytes.length, HttpExchange.MAX_BODY_BYTES), StandardCharsets.UTF_8);
            return new CalloutTrial.Try(taken, new CalloutTrial.Response(status, headers, text, cut));
        }
    }
}
