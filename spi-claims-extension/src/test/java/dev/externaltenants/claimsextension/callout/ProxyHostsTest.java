package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.DefaultSchemePortResolver;
import org.apache.http.protocol.HttpContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProxyHostsTest {

    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer proxy;
    private CloseableHttpClient client;

    @BeforeEach
    void start() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        proxy.start();
        client = CalloutHttpClientFactory.guarded(AllowedHosts.of())
                .setRoutePlanner(new ExampleOrgThroughProxy())
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        proxy.stop(0);
    }

    @Test
    void callsThroughTheOperatorsInternalProxy() throws IOException {
        post("http://api.example.org/claims");

        assertThat(asked).hasValue("http://api.example.org/claims");
    }

    @Test
    void blocksTheProxyItselfAsATarget() throws IOException {
        String target = "http://127.0.0.1:" + proxy.getAddress().getPort() + "/admin";
        post("http://api.example.org/claims");

        assertThatExceptionOfType(BlockedTargetException.class).isThrownBy(() -> post(target));
        assertThat(asked).hasValue("http://api.example.org/claims");
    }

    @Test
    void blocksOtherInternalHostsBehindAProxyAsBefore() throws IOException {
        post("http://api.example.org/claims");

        assertThatExceptionOfType(BlockedTargetException.class)
                .isThrownBy(() -> post("http://127.0.0.2:" + proxy.getAddress().getPort() + "/"));
    }

    private void post(String url) throws IOException {
        try (CloseableHttpResponse response = client.execute(new HttpPost(url))) {
            assertThat(response.getStatusLine().getStatusCode()).isEqualTo(200);
        }
    }

    /** As Keycloak's proxy mapping {@code .*[.]example[.]org;http://127.0.0.1:port}. */
    private final class ExampleOrgThroughProxy extends DefaultRoutePlanner {

        ExampleOrgThroughProxy() {
            super(DefaultSchemePortResolver.INSTANCE);
        }

        @Override
        protected HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context) {
            return target.getHostName().endsWith(".example.org")
                    ? new HttpHost("127.0.0.1", proxy.getAddress().getPort())
                    : null;
        }
    }
}
