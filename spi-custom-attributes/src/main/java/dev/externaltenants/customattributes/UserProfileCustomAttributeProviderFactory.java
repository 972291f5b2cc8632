package dev.externaltenants.customattributes;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the catalogue that lives in Keycloak's user profile. */
public final class UserProfileCustomAttributeProviderFactory implements CustomAttributeProviderFactory {

    static final String ID = "xt-user-profile";

    @Override
    public CustomAttributeProvider create(KeycloakSession session) {
        return new UserProfileCustomAttributeProvider(session);
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
