package dev.externaltenants.samples.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts connections and says nothing: the mail server that makes careless senders wait. */
public final class SilentSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::accept, "silent-smtp");

    private SilentSmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** @param port 0 takes a free one */
    public static SilentSmtpServer start(int port) {
        try {
            SilentSmtpServer server = new SilentSmtpServer(
                    new ServerSocket(port, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            server.thread.setDaemon(true);
            server.thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on", e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return connections.size();
    }

    /** Returns when the port is free: the system keeps listening until the thread in {@code accept} has woken up. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                connections.add(socket.accept());
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
