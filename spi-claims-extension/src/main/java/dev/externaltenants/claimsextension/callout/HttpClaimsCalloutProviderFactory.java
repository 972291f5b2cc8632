package dev.externaltenants.claimsextension.callout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the engine over the pooled client {@link CalloutHttpClientFactory}. */
public final class HttpClaimsCalloutProviderFactory implements ClaimsCalloutProviderFactory {

    private final Circuit circuit = new Circuit();
    private final CalloutMetrics metrics = new CalloutMetrics();
    private CalloutWorkers workers;
    private Gauge leftAlone;

    @Override
    public ClaimsCalloutProvider create(KeycloakSession session) {
        HttpClientProvider client = session.getProvider(HttpClientProvider.class, CalloutHttpClientFactory.ID);
        return new HttpClaimsCalloutProvider(
                new HttpExchange(client.getHttpClient(), workers),
                circuit,
                token -> session.tokens().encode(token),
                metrics);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        workers = new CalloutWorkers();
        leftAlone = Gauge.builder("xt.callout.circuits.open", circuit, Circuit::leftAlone)
                .register(Metrics.globalRegistry);
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
            Metrics.globalRegistry.remove(leftAlone);
        }
    }

    @Override
    public String getId() {
        return "xt-http";
    }
}
