package dev.externaltenants.claimsextension;

import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.UserFlowCheckFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The rule that a user flow points to extensions that exist. */
public final class ExtensionsExistCheckFactory implements UserFlowCheckFactory {

    @Override
    public UserFlowCheck create(KeycloakSession session) {
        return (realm, flow) -> check(CustomExtensionProvider.of(session), realm, flow);
    }

    static void check(CustomExtensionProvider extensions, RealmModel realm, UserFlow flow) {
        for (AuthenticationEvent event : AuthenticationEvent.values()) {
            String id = flow.extensions().at(event);
            if (id != null && extensions.find(realm, id).isEmpty()) {
                throw TenantException.invalid(
                        "xt_extension_unknown", "extensions." + event.property(), "There is no such extension.");
            }
        }
        String migrating = flow.extensions().onPasswordSubmit();
        if (migrating != null && extensions.find(realm, migrating).orElseThrow().encryptionKey() == null) {
            throw TenantException.invalid(
                    "xt_extension_key_missing",
                    "extensions.onPasswordSubmit",
                    "The extension has no key to which passwords could be encrypted.");
        }
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
