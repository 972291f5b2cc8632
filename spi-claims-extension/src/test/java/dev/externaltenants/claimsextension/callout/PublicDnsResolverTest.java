package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import dev.externaltenants.claimsextension.AllowedHosts;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.conn.InMemoryDnsResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublicDnsResolverTest {

    private final InMemoryDnsResolver dns = new InMemoryDnsResolver();
    private final PublicDnsResolver resolver =
            new PublicDnsResolver(dns, AllowedHosts.of("claims.internal"), new ProxyHosts());

    @BeforeEach
    void names() throws UnknownHostException {
        dns.add("api.example.org", InetAddress.getByName("1.1.1.1"));
        dns.add("claims.internal", InetAddress.getByName("10.0.0.1"));
        dns.add("trap.example.org", InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
    }

    @Test
    void resolvesPublicHosts() throws UnknownHostException {
        assertThat(resolver.resolve("api.example.org")).hasSize(1);
    }

    @Test
    void refusesAHostWithOneInternalAddressAmongPublicOnes() {
        assertThatExceptionOfType(BlockedTargetException.class).isThrownBy(() -> resolver.resolve("trap.example.org"));
    }

    @Test
    void tellsAnUnknownHostAndAnInternalOneApartOnlyForWhatTheOperatorAllows() {
        assertThatExceptionOfType(BlockedTargetException.class)
                .isThrownBy(() -> resolver.resolve("unknown.example.org"));
        PublicDnsResolver allowing =
                new PublicDnsResolver(dns, AllowedHosts.of("unknown.example.org"), new ProxyHosts());
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> allowing.resolve("unknown.example.org"))
                .isNotInstanceOf(BlockedTargetException.class);
    }

    @Test
    void resolvesInternalHostsThatTheOperatorAllows() throws UnknownHostException {
        assertThat(resolver.resolve("claims.internal")).hasSize(1);
    }

    /** The name is judged by what it resolves to for the connection, whatever it resolved to before. */
    @Test
    void nothingReachesANameThatTurnsToLoopbackAfterItWasLookedUp() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        here.createContext("/", exchange -> calls.incrementAndGet());
        here.start();
        AtomicInteger lookups = new AtomicInteger();
        DnsResolver rebinding = host -> new InetAddress[] {
            lookups.getAndIncrement() == 0 ? InetAddress.getByName("1.1.1.1") : InetAddress.getLoopbackAddress()
        };

        assertThat(new PublicDnsResolver(rebinding, AllowedHosts.of(), new ProxyHosts())
                        .resolve("rebinding.example.org"))
                .hasSize(1);
        try (CloseableHttpClient client =
                CalloutHttpClientFactory.guarded(AllowedHosts.of(), rebinding).build()) {
            HttpPost call = new HttpPost(
                    "http://rebinding.example.org:" + here.getAddress().getPort() + "/");
            assertThatExceptionOfType(BlockedTargetException.class).isThrownBy(() -> client.execute(call));
        } finally {
            here.stop(0);
        }

        assertThat(lookups).hasValue(2);
        assertThat(calls).hasValue(0);
    }
}
