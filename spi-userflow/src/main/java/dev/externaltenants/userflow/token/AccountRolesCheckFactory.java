package dev.externaltenants.userflow.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the check {@code xt-account-roles}. */
public final class AccountRolesCheckFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new AccountRolesCheck(session);
    }

    @Override
    public String getId() {
        return "xt-account-roles";
    }
}
