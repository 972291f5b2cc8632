package dev.externaltenants.compat.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocketFactory;

/** Keycloak's TLS connections, each of which the deadline minds. Jakarta Mail lays them over plain ones that it opened. */
final class MindedTlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final Deadline deadline;

    MindedTlsSockets(SSLSocketFactory tls, Deadline deadline) {
        this.tls = tls;
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        deadline.mind(plain);
        return tls.createSocket(plain, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return deadline.mind(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return deadline.mind(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.mind(tls.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.mind(tls.createSocket(host, port, localHost, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
