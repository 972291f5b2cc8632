package dev.externaltenants.claimsextension.passcode;

import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.PasscodeSenderProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the sender of codes that asks extensions first, for all tenants. */
public final class ExtensionPasscodeSenderFactory implements PasscodeSenderProviderFactory {

    private final LastOutcomes outcomes = new LastOutcomes();

    @Override
    public PasscodeSenderProvider create(KeycloakSession session) {
        return new ExtensionPasscodeSender(session, message -> PasscodeCallout.of(session, message), outcomes);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    /** Before the sender of mails, to which it leaves what no extension takes, and after an operator's own. */
    @Override
    public int order() {
        return 1;
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
