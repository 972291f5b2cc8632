package dev.externaltenants.emailotp;

import java.security.SecureRandom;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the default engine and owns its settings, its randomness and the threads that send mail. */
public final class DefaultOneTimePasscodeProviderFactory implements OneTimePasscodeProviderFactory {

    public static final String ID = "xt-default";

    private final SecureRandom random = new SecureRandom();
    private PasscodeSettings settings = PasscodeSettings.DEFAULTS;
    private MailWorker worker;

    @Override
    public void init(Config.Scope config) {
        settings = PasscodeSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        StoreCheck.warnIfWeak(factory);
        worker = new MailWorker(settings, new KeycloakMailTransport(factory), new KeycloakMailJournal(factory));
    }

    @Override
    public OneTimePasscodeProvider create(KeycloakSession session) {
        return new DefaultOneTimePasscodeProvider(
                session.singleUseObjects(),
                realmId -> Seal.of(session, session.realms().getRealm(realmId)),
                new KeycloakPasscodeMailer(session, worker),
                settings,
                random);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
