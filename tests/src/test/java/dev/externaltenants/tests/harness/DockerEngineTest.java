package dev.externaltenants.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class DockerEngineTest {

    private static final String IMAGE = "keycloak/keycloak:26.7.4";

    @TempDir
    private Path folder;

    @Test
    void hasTheImageThatTheEngineDescribes() throws IOException {
        assertThat(hasImageWhenAnswered("200 OK")).isTrue();
    }

    @Test
    void hasNotTheImageThatTheEngineDoesNotKnow() throws IOException {
        assertThat(hasImageWhenAnswered("404 Not Found")).isFalse();
    }

    @Test
    void hasNoImageWhereNoEngineListens() {
        assertThat(new DockerEngine(folder.resolve("none.sock")).has(IMAGE)).isFalse();
    }

    private boolean hasImageWhenAnswered(String status) throws IOException {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> answerOne(server, status));

            boolean has = new DockerEngine(socket).has(IMAGE);

            assertThat(request)
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo("GET /images/keycloak/keycloak:26.7.4/json HTTP/1.0");
            return has;
        }
    }

    /** Returns the first line of the request. */
    private static String answerOne(ServerSocketChannel server, String status) {
        try (SocketChannel client = server.accept()) {
            BufferedReader request = new BufferedReader(Channels.newReader(client, StandardCharsets.US_ASCII));
            String first = request.readLine();
            String answer = "HTTP/1.0 " + status + "\r\nContent-Type: application/json\r\n\r\n{}";
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
