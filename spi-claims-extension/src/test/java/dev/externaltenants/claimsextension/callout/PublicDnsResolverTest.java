package dev.externaltenants.claimsextension.callout;

import java.net.InetAddress;
import java.net.UnknownHostException;

import dev.externaltenants.claimsextension.AllowedHosts;
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
    void resolvesInternalHostsThatTheOperatorAllows() throws UnknownHostException {
        assertThat(resolver.resolve("claims.internal")).hasSize(1);
    }
}
