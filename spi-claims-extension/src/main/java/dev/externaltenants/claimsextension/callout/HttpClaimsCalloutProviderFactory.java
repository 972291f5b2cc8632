package dev.externaltenants.claimsextension.callout;

import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the engine over the pooled client {@link CalloutHttpClientFactory}. */
public final class HttpClaimsCalloutProviderFactory implements ClaimsCalloutProviderFactory {

    private final Circuit circuit = new Circuit();
    private CalloutWorkers workers;

    @Override
    public ClaimsCalloutProvider create(KeycloakSession session) {
        HttpClientProvider client = session.getProvider(HttpClientProvider.class, CalloutHttpClientFactory.ID);
        return new HttpClaimsCalloutProvider(
                new HttpExchange(client.getHttpClient(), workers), circuit, token -> session.tokens()
                        .encode(token));
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        workers = new CalloutWorkers();
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }

    @Override
    public String getId() {
        return "xt-http";
    }
}
