package dev.externaltenants.tests.servers.hostile;

import java.net.URI;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.Map;

import javax.net.ServerSocketFactory;

import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.hostile.Fault.Place;

/** APIs on this machine that commit every {@link Fault}, each at an address of its own. */
public final class HostileApis implements AutoCloseable {

    /** What {@link #forging} says of each claim that is the server's own. */
    public static final String FORGED = "forged";

    private final TestAuthority authority = TestAuthority.create();
    private final HostileApi plain = HostileApi.start(ServerSocketFactory.getDefault());
    private final HostileApi trusted = HostileApi.start(authority.sockets(TestAuthority.GOOD));
    private final Map<Place, HostileApi> secured = new EnumMap<>(Place.class);
    private final int closedPort = Ports.freePort();
    private final String internalName;

    private HostileApis(String internalName) {
        this.internalName = internalName;
        secured.put(Place.EXPIRED_CERTIFICATE, HostileApi.start(authority.sockets(TestAuthority.EXPIRED)));
        secured.put(Place.SELF_SIGNED_CERTIFICATE, HostileApi.start(authority.sockets(TestAuthority.SELF_SIGNED)));
        secured.put(Place.CERTIFICATE_OF_ANOTHER_HOST, HostileApi.start(authority.sockets(TestAuthority.OTHER_HOST)));
    }

    /** @param internalName a name of this machine, which the caller must find out by resolving it */
    public static HostileApis start(String internalName) {
        return new HostileApis(internalName);
    }

    /** Returns where to call to meet the fault. */
    public URI url(Fault fault) {
        String path = "/" + fault.name();
        return switch (fault.place()) {
            case PLAIN -> URI.create("http://127.0.0.1:" + plain.port() + path);
            case CLOSED_PORT -> URI.create("http://127.0.0.1:" + closedPort + path);
            case INTERNAL_NAME -> URI.create("https://" + internalName + ":" + trusted.port() + path);
            // what listens there waits for the end of a request that TLS never sends
            case TLS_WITHOUT_ANSWER -> URI.create("https://127.0.0.1:" + plain.port() + path);
            case EXPIRED_CERTIFICATE, SELF_SIGNED_CERTIFICATE, CERTIFICATE_OF_ANOTHER_HOST ->
                URI.create("https://127.0.0.1:" + secured.get(fault.place()).port() + path);
        };
    }

    /** Returns where all is well. */
    public URI good() {
        return URI.create("http://127.0.0.1:" + plain.port() + "/good");
    }

    /** Returns where the answer is good, and has values for the claims beside that are the server's own. */
    public URI forging() {
        return URI.create("http://127.0.0.1:" + plain.port() + HostileApi.FORGING);
    }

    /** Returns where all is well by TLS, for callers that trust {@link #authority}. */
    public URI goodByTls() {
        return URI.create("https://127.0.0.1:" + trusted.port() + "/good");
    }

    /** Returns a trust store with the authority of the certificates that are good. */
    public KeyStore authority() {
        return authority.trustStore();
    }

    /** Returns how many requests came by plain HTTP. */
    public int calls() {
        return plain.calls();
    }

    /** Returns how many connections callers have open. */
    public int openConnections() {
        return plain.openConnections()
                + trusted.openConnections()
                + secured.values().stream()
                        .mapToInt(HostileApi::openConnections)
                        .sum();
    }

    @Override
    public void close() {
        plain.close();
        trusted.close();
        secured.values().forEach(HostileApi::close);
    }
}
