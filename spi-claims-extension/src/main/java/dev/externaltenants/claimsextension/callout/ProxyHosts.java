package dev.externaltenants.claimsextension.callout;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.RouteInfo;
import org.apache.http.protocol.HttpContext;

/**
 * The proxies that Keycloak's configuration sends callouts through, which may be internal. Learnt from the route of each
 * request, before its connection is made; a tenant's URL that names a proxy as its target gains nothing.
 */
final class ProxyHosts implements HttpRequestInterceptor {

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    @Override
    public void process(HttpRequest request, HttpContext context) throws BlockedTargetException {
        RouteInfo route = HttpClientContext.adapt(context).getHttpRoute();
        HttpHost proxy = route.getProxyHost();
        if (proxy != null) {
            names.add(normalized(proxy.getHostName()));
        } else if (contain(route.getTargetHost().getHostName())) {
            throw new BlockedTargetException(route.getTargetHost().getHostName());
        }
    }

    boolean contain(String host) {
        return names.contains(normalized(host));
    }

    private static String normalized(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
