package dev.externaltenants.tests.servers.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import javax.net.ServerSocketFactory;

import dev.externaltenants.tests.servers.Ports;

/**
 * An API on bare sockets, so that it can break HTTP itself. It commits the fault that the path names, and answers well on
 * every other.
 */
public final class HostileApi implements AutoCloseable {

    static final String FORGING = "/forging";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    private HostileApi(ServerSocket socket) {
        this.socket = socket;
    }

    static HostileApi start(ServerSocketFactory sockets) {
        try {
            HostileApi api = new HostileApi(
                    sockets.createServerSocket(Ports.freePort(), 200, InetAddress.getByAddress(LOOPBACK)));
            daemon(api::accept).start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    int openConnections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                daemon(() -> serve(client)).start();
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Connection connection = new Connection(client);
            for (String path = connection.request(); path != null; path = connection.request()) {
                calls.incrementAndGet();
                behaviour(path).answer(connection);
            }
        } catch (IOException ignored) {
            // Callers that hang up in the middle, and those that do not trust it, are what it is for.
        } finally {
            open.remove(client);
        }
    }

    private static Fault.Behaviour behaviour(String path) {
        for (Fault fault : Fault.values()) {
            if (path.equals("/" + fault.name())) {
                return fault.behaviour();
            }
        }
        return connection -> connection.answer(path.equals(FORGING) ? Bodies.FORGED : Bodies.GOOD);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "hostile-api");
        thread.setDaemon(true);
        return thread;
    }

    /** One caller's connection. */
    static final class Connection {

        private static final int PAUSE_MILLISECONDS = 20;

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads a whole request and returns its path, null once there is none. */
        String request() throws IOException {
            String line = line();
            if (line == null) {
                return null;
            }
            String[] words = line.split(" ", 3);
            if (words.length < 3 || !words[2].startsWith("HTTP/")) {
                // the beginning of TLS, which may have the end of a line in it
                waitForTheEnd();
                return null;
            }
            String path = words[1];
            int length = 0;
            for (String header = line(); header != null && !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            header.substring(header.indexOf(':') + 1).trim());
                }
            }
            in.readNBytes(length);
            return path;
        }

        void answer(String json) throws IOException {
            answer("200 OK", "application/json", json);
        }

        void answer(byte[] json) throws IOException {
            head("200 OK", "Content-Type: application/json", "Content-Length: " + json.length);
            write(json);
        }

        void answer(String status, String contentType, String body) throws IOException {
            head(status, "Content-Type: " + contentType, "Content-Length: " + body.length());
            write(body);
        }

        void head(String status, String... headers) throws IOException {
            write("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                    + "\r\n");
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Says the same again and again until the caller hangs up. */
        void drip(String text) throws IOException {
            while (true) {
                write(text);
                pause();
            }
        }

        /** Says nothing until the caller hangs up. */
        void waitForTheEnd() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void close() throws IOException {
            socket.close();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int letter = in.read(); letter != '\n'; letter = in.read()) {
                if (letter < 0) {
                    return null;
                }
                if (letter != '\r') {
                    line.append((char) letter);
                }
            }
            return line.toString();
        }

        private static void pause() throws IOException {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
