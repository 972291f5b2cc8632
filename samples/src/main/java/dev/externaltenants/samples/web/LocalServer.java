package dev.externaltenants.samples.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server for one sample, on the loopback address unless {@link BindAddress} says otherwise. */
public final class LocalServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LocalServer.class.getName());

    /** Answers a request; what it throws becomes status 500. */
    public interface Handler {
        Response handle(Request request) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @param port 0 takes a free one */
    public static LocalServer start(int port, Handler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(BindAddress.ofSamples(), port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(LocalServer::daemon);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, handler));
            server.start();
            return new LocalServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of a page, as in {@code url("/callback")}. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            send(exchange, responseOf(new Request(exchange), handler));
        }
    }

    private static Response responseOf(Request request, Handler handler) {
        try {
            return switch (request.route()) {
                case "GET /style.css" -> Response.text(200, "text/css; charset=utf-8", stylesheet());
                default -> handler.handle(request);
            };
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "Failed to answer " + request.path(), e);
            return Response.text(500, "text/plain; charset=utf-8", "This sample failed; see its log.");
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.bytes();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String stylesheet() throws IOException {
        try (InputStream css = LocalServer.class.getResourceAsStream("sample.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sample-web");
        thread.setDaemon(true);
        return thread;
    }
}
