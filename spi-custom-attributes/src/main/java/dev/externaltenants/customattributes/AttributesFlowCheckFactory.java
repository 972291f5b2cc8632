package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.UserFlowCheckFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the check of a user flow's attributes. */
public final class AttributesFlowCheckFactory implements UserFlowCheckFactory {

    static final String ID = "xt-attributes";

    @Override
    public UserFlowCheck create(KeycloakSession session) {
        return new AttributesFlowCheck(
                realm -> CustomAttributeProvider.of(session).catalogue(realm));
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to listen to
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }
}
