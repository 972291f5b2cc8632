package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.tests.servers.Ports;

/** The one address of a cluster: passes each request on to the node that the tests choose, and never tries another. */
final class Balancer {

    /** They belong to one connection, or are set by whoever sends. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final HttpServer server;
    private final Function<Headers, URI> choice;

    private Balancer(HttpServer server, Function<Headers, URI> choice) {
        this.server = server;
        this.choice = choice;
    }

    /** @param choice the address of the node for a request with these headers */
    static Balancer start(Function<Headers, URI> choice) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), Ports.freePort());
            Balancer balancer = new Balancer(HttpServer.create(address, 0), choice);
            balancer.server.setExecutor(Executors.newCachedThreadPool(Balancer::daemon));
            balancer.server.createContext("/", balancer::pass);
            balancer.server.start();
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> response;
            try {
                response = http.send(forwarded(exchange), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                answer(exchange, 502, ("The node does not answer: " + e).getBytes(StandardCharsets.UTF_8));
                return;
            }
            response.headers().map().forEach((name, values) -> {
                if (travels(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest forwarded(HttpExchange exchange) throws IOException {
        URI target = choice.apply(exchange.getRequestHeaders()).resolve(exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(60))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (travels(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.setHeader(
                        "X-Forwarded-For",
                        exchange.getRemoteAddress().getAddress().getHostAddress())
                .setHeader("X-Forwarded-Proto", "http")
                .setHeader("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"))
                .build();
    }

    private static boolean travels(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return !OF_ONE_CONNECTION.contains(name) && !name.startsWith("x-forwarded-") && !name.startsWith(":");
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    }
}
