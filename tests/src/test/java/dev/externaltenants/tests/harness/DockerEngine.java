package dev.externaltenants.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The Docker engine behind a socket, asked without Testcontainers, which would take minutes to find that there is none or
 * that an image is not to be had.
 */
record DockerEngine(Path socket) {

    private static final String SCHEME = "unix://";

    /** Returns the one that Testcontainers would take, unless it is elsewhere, at a {@code tcp://} address. */
    static Optional<DockerEngine> ofThisMachine() {
        String address = System.getenv().getOrDefault("DOCKER_HOST", SCHEME + "/var/run/docker.sock");
        return address.startsWith(SCHEME)
                ? Optional.of(new DockerEngine(Path.of(address.substring(SCHEME.length()))))
                : Optional.empty();
    }

    /** Returns whether the engine answers and has the image already. */
    boolean has(String image) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String request = "GET /images/" + image + "/json HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            String status = new BufferedReader(Channels.newReader(channel, StandardCharsets.US_ASCII)).readLine();
            return status != null && status.matches("HTTP/1\\.[01] 200 .*");
        } catch (IOException noEngine) {
            return false;
        }
    }
}
