package dev.externaltenants.claimsextension.callout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.PublicAddress;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves to public addresses only. The client connects to the very addresses returned here, literals included, so a
 * name that resolves differently a moment later (DNS rebinding) gains nothing.
 */
final class PublicDnsResolver implements DnsResolver {

    private final DnsResolver delegate;
    private final AllowedHosts allowedHosts;
    private final ProxyHosts proxies;

    PublicDnsResolver(DnsResolver delegate, AllowedHosts allowedHosts, ProxyHosts proxies) {
        this.delegate = delegate;
        this.allowedHosts = allowedHosts;
        this.proxies = proxies;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (allowedHosts.contain(host) || proxies.contain(host)) {
            return delegate.resolve(host);
        }
        InetAddress[] addresses;
        try {
            addresses = delegate.resolve(host);
        } catch (UnknownHostException unknown) {
            // Told apart from an internal name, it would tell tenants which names the operator's network has.
            throw new BlockedTargetException(host, unknown);
        }
        if (!Stream.of(addresses).allMatch(PublicAddress::is)) {
            throw new BlockedTargetException(host);
        }
        return addresses;
    }
}
