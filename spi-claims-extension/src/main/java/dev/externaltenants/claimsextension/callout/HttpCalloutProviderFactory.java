package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.userflow.circuit.Circuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.tracing.TracingProvider;

/** Makes the engine over the pooled client {@link CalloutHttpClientFactory}. */
public final class HttpCalloutProviderFactory implements CalloutProviderFactory {

    private static final String MAX_CALLS = "max-calls";

    private final CalloutTokens signed = new CalloutTokens();
    private final GrantedTokens granted = new GrantedTokens();
    private final CertifiedClients certified = new CertifiedClients();
    private final Circuit circuit = new Circuit();
    private final Circuit tokenEndpoints = new Circuit();
    private final CalloutMetrics metrics = new CalloutMetrics();
    private final RecentCalls recentCalls = new RecentCalls();
    private final AnswerCache answers = new AnswerCache();
    private int maxCalls = CalloutWorkers.DEFAULT_MAX_IN_FLIGHT;
    private CalloutWorkers workers;
    private Gauge leftAlone;

    @Override
    public CalloutProvider create(KeycloakSession session) {
        HttpClientProvider client = session.getProvider(HttpClientProvider.class, CalloutHttpClientFactory.ID);
        HttpExchange http = new HttpExchange(client.getHttpClient(), workers);
        HttpCalloutProvider engine = new HttpCalloutProvider(
                http, circuit, new CallerProofs(session, http, signed, granted, tokenEndpoints, certified), metrics);
        CalloutProvider observed = new LoggedCalloutProvider(
                new TracedCalloutProvider(engine, session.getProvider(TracingProvider.class)), recentCalls);
        // outermost: what was known is no call, and has no span
        return new CachedCalloutProvider(observed, answers, recentCalls, metrics);
    }

    @Override
    public void init(Config.Scope config) {
        maxCalls = config.getInt(MAX_CALLS, CalloutWorkers.DEFAULT_MAX_IN_FLIGHT);
        if (maxCalls < 4 || maxCalls > 1000) {
            throw new IllegalArgumentException(MAX_CALLS + " of " + getId() + " is 4 to 1000, not " + maxCalls);
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        workers = new CalloutWorkers(maxCalls);
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                recentCalls.forget(removed.getRealm().getId());
                answers.forget(removed.getRealm().getId());
                certified.forget(removed.getRealm().getId());
            }
        });
        leftAlone = Gauge.builder("xt.callout.circuits.open", circuit, Circuit::leftAlone)
                .register(Metrics.globalRegistry);
    }

    @Override
    public void close() {
        certified.close();
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
