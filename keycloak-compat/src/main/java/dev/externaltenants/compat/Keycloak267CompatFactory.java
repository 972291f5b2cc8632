package dev.externaltenants.compat;

import java.util.Map;

import dev.externaltenants.compat.selfcheck.SelfCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Compat for Keycloak 26.7.x; says at start what the pack was built for and what it runs on. */
public final class Keycloak267CompatFactory implements KeycloakCompatFactory, ServerInfoAwareProviderFactory {

    private static final Logger LOG = Logger.getLogger(Keycloak267CompatFactory.class);

    private SelfCheck selfCheck;

    @Override
    public KeycloakCompat create(KeycloakSession session) {
        return new Keycloak267Compat(session);
    }

    @Override
    public void init(Config.Scope config) {
        selfCheck = SelfCheck.ofThisServer(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        LOG.info(selfCheck.summary());
        selfCheck.warnings().forEach(warning -> LOG.warnf("External Tenants: %s", warning));
        selfCheck.hints().forEach(hint -> LOG.infof("External Tenants: %s", hint));
        // Nodes of different versions show up when the series are counted by version.
        Gauge.builder("xt.pack.info", () -> 1)
                .tag("version", selfCheck.version())
                .tag("keycloak", selfCheck.builtFor())
                .register(Metrics.globalRegistry);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return selfCheck.operationalInfo();
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return "xt-keycloak-26-7";
    }
}
