package dev.externaltenants.customattributes.signup;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the sign-up that creates accounts through Keycloak's user profile. */
public final class DefaultSignUpProviderFactory implements SignUpProviderFactory {

    static final String ID = "xt-user-profile";

    private final SignUpMetrics metrics = new SignUpMetrics();

    @Override
    public SignUpProvider create(KeycloakSession session) {
        return new DefaultSignUpProvider(session, metrics, CollectionHooks.of(session), Accounts.of(session));
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
