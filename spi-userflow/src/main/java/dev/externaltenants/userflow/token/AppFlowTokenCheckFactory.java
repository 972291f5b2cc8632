package dev.externaltenants.userflow.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the check {@code xt-app-flow}. */
public final class AppFlowTokenCheckFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new AppFlowTokenCheck(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TokenRefusal.register();
    }

    @Override
    public String getId() {
        return "xt-app-flow";
    }
}
