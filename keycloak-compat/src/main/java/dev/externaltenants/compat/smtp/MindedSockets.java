package dev.externaltenants.compat.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/** Opens plain connections, each of which the deadline minds. Jakarta Mail asks for an unconnected one only. */
final class MindedSockets extends SocketFactory {

    private final Deadline deadline;

    MindedSockets(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket() {
        return deadline.mind(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return deadline.mind(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return deadline.mind(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.mind(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.mind(new Socket(host, port, localHost, localPort));
    }
}
