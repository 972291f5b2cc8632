package dev.externaltenants.compat;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Compat for Keycloak 26.7.x; says at start what the pack was built for and what it runs on. */
public final class Keycloak267CompatFactory implements KeycloakCompatFactory {

    static final String BUILT_FOR = "26.7.";

    private static final Logger LOG = Logger.getLogger(Keycloak267CompatFactory.class);

    @Override
    public KeycloakCompat create(KeycloakSession session) {
        return new Keycloak267Compat(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        String running = Version.VERSION;
        if (running.startsWith(BUILT_FOR)) {
            LOG.infof("External Tenants: built for Keycloak %sx, running on %s", BUILT_FOR, running);
        } else {
            LOG.warnf(
                    "External Tenants: built for Keycloak %sx, running on %s, which it was not tested with",
                    BUILT_FOR, running);
        }
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
