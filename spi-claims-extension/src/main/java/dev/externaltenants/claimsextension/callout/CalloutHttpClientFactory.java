package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.claimsextension.AllowedHosts;
import dev.externaltenants.claimsextension.ClientCertificate;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.CustomExtensionProviderFactory;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.DefaultHttpClientFactory;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * A second pooled client beside Keycloak's own, for URLs that tenants choose. It takes trust store, proxy and pool
 * options from Keycloak's default client and adds what untrusted targets need.
 */
public final class CalloutHttpClientFactory extends DefaultHttpClientFactory {

    public static final String ID = "xt-callout";

    private static final MessageConstraints SMALL_HEAD = MessageConstraints.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(8 * 1024)
            .build();

    private final ClientCertificate certificate;

    /** As Keycloak makes it, with the certificate of the operator, if any. */
    public CalloutHttpClientFactory() {
        this(null);
    }

    private CalloutHttpClientFactory(ClientCertificate certificate) {
        this.certificate = certificate;
    }

    /** Returns one that shows this certificate in place of the operator's; to be closed by whoever made it. */
    static CalloutHttpClientFactory showing(ClientCertificate certificate) {
        CalloutHttpClientFactory factory = new CalloutHttpClientFactory(certificate);
        factory.init(Config.scope());
        return factory;
    }

    @Override
    protected HttpClientBuilder newHttpClientBuilder(KeycloakSession session) {
        CustomExtensionProviderFactory extensions = (CustomExtensionProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(CustomExtensionProvider.class);
        return certificate == null
                ? new HttpClientBuilder(guarded(extensions.allowedHosts()))
                : new CertifiedClientBuilder(guarded(extensions.allowedHosts()), certificate);
    }

    static org.apache.http.impl.client.HttpClientBuilder guarded(AllowedHosts allowedHosts) {
        return guarded(allowedHosts, SystemDefaultDnsResolver.INSTANCE);
    }

    static org.apache.http.impl.client.HttpClientBuilder guarded(AllowedHosts allowedHosts, DnsResolver names) {
        ProxyHosts proxies = new ProxyHosts();
        return HttpClients.custom()
                .setDnsResolver(new PublicDnsResolver(names, allowedHosts, proxies))
                .addInterceptorFirst(proxies)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setMessageConstraints(SMALL_HEAD)
                        .build())
                .setRequestExecutor(new CleanConnections())
                // a redirect would go where nobody configured; retries are counted by the engine
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // so that the size that is limited is the size that is read
                .disableContentCompression()
                .setUserAgent("external-tenants");
    }

    static RequestConfig tryWithin(int milliseconds) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(milliseconds)
                .setConnectTimeout(milliseconds)
                .setSocketTimeout(milliseconds)
                .setRedirectsEnabled(false)
                .build();
    }

    /** One place for operators to say where the proxy is: the options of Keycloak's default client. */
    @Override
    public void init(Config.Scope config) {
        super.init(Config.scope("connectionsHttpClient", "default"));
    }

    /** Never above 0: the highest positive order would make this the client of all Keycloak. */
    @Override
    public int order() {
        return 0;
    }

    @Override
    public String getId() {
        return ID;
    }
}
