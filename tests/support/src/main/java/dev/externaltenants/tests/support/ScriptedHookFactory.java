package dev.externaltenants.tests.support;

import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.AttributeCollectionHookFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Shows what a hook can do; only the tests' server has it. */
public final class ScriptedHookFactory implements AttributeCollectionHookFactory {

    @Override
    public AttributeCollectionHook create(KeycloakSession session) {
        return new ScriptedHook();
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
        return "xt-scripted";
    }
}
