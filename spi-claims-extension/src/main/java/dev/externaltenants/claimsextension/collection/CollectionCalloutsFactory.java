package dev.externaltenants.claimsextension.collection;

import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.AttributeCollectionHookFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the hook by which extensions have a say in sign-ups. */
public final class CollectionCalloutsFactory implements AttributeCollectionHookFactory {

    @Override
    public AttributeCollectionHook create(KeycloakSession session) {
        return new CollectionCallouts(session, RealmIssuer::of);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return "xt-extensions";
    }
}
