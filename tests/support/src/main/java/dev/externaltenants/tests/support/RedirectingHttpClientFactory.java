package dev.externaltenants.tests.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.http.HttpHost;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.HttpClients;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.DefaultHttpClientFactory;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own client, but for hosts that a test stands in for: Keycloak has the addresses of Google and Facebook in its
 * code, so a test can only change where they lead.
 */
public final class RedirectingHttpClientFactory extends DefaultHttpClientFactory {

    private static final Map<String, Integer> PORTS = new ConcurrentHashMap<>();

    static void lead(String host, int loopbackPort) {
        PORTS.put(host, loopbackPort);
    }

    @Override
    protected HttpClientBuilder newHttpClientBuilder(KeycloakSession session) {
        return new HttpClientBuilder(HttpClients.custom().setRoutePlanner((target, request, context) -> {
            Integer port = PORTS.get(target.getHostName());
            return port == null
                    ? new HttpRoute(
                            withPort(target), null, target.getSchemeName().equals("https"))
                    : new HttpRoute(new HttpHost("127.0.0.1", port, "http"));
        }));
    }

    private static HttpHost withPort(HttpHost target) {
        int ofScheme = target.getSchemeName().equals("https") ? 443 : 80;
        return target.getPort() > 0 ? target : new HttpHost(target.getHostName(), ofScheme, target.getSchemeName());
    }

    @Override
    public void init(Config.Scope config) {
        super.init(Config.scope("connectionsHttpClient", "default"));
    }

    /** The highest positive order makes it the client of all Keycloak. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String getId() {
        return "xt-redirecting";
    }
}
