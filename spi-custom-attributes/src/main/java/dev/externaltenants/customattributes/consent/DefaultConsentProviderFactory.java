package dev.externaltenants.customattributes.consent;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes the provider that keeps receipts in the database, and lets them go with their customer or realm. */
public final class DefaultConsentProviderFactory implements ConsentProviderFactory {

    static final String ID = "xt-jpa";

    @Override
    public ConsentProvider create(KeycloakSession session) {
        return new DefaultConsentProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserModel.UserRemovedEvent removed) {
                new ConsentReceipts(removed.getKeycloakSession())
                        .removeOfUser(removed.getRealm(), removed.getUser().getId());
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new ConsentReceipts(removed.getKeycloakSession()).removeOfRealm(removed.getRealm());
            }
        });
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
