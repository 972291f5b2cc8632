package dev.externaltenants.samples.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** HTTP of the JDK, without TLS: in production, what stands before the API brings it. */
final class ApiServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ApiServer.class.getName());

    /** Answers a request; what it throws becomes status 500. */
    interface Handler {
        Reply reply(String route, Optional<String> authorization, String body) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ApiServer::daemon);

    /**
     * @param address whose port 0 takes a free one
     * @throws UncheckedIOException when it cannot be listened on
     */
    ApiServer(InetSocketAddress address, Handler handler) {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(address + " cannot be listened on", e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, handler));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Reply reply = replyTo(exchange, handler);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (reply.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Reply replyTo(HttpExchange exchange, Handler handler) {
        String route =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            return handler.reply(
                    route,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "Failed to answer " + route, e);
            return Reply.refused(500, "server_error", "See the log of this API.");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "claims-api");
        thread.setDaemon(true);
        return thread;
    }
}
