package dev.externaltenants.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One kept-alive HTTP connection to the server, of one thread. It is written on a socket because an HTTP client's own
 * threads would take a good part of the cores that the server is measured on.
 */
public final class Connection implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    public Connection(int port) {
        this.port = port;
    }

    public Response get(String path, String cookies) {
        return exchange(head("GET", path, cookies) + "\r\n");
    }

    public Response post(String path, String cookies, String form) {
        return exchange(
                head("POST", path, cookies) + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\n\r\n" + form);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                socket = null;
            }
        }
    }

    private String head(String method, String path, String cookies) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/html,application/json\r\nAccept-Language: en\r\n";
        return cookies.isEmpty() ? head : head + "Cookie: " + cookies + "\r\n";
    }

    private Response exchange(String request) {
        try {
            open();
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return read();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(request.substring(0, request.indexOf('\r')), e);
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
        }
    }

    private Response read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        String location = null;
        List<String> cookies = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        String body = new String(chunked ? chunks() : bytes(length), StandardCharsets.UTF_8);
        if (last) {
            close();
        }
        return new Response(status, location, cookies, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection ended within a body");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended within a head");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
