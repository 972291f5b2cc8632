package dev.externaltenants.emailotp;

import java.security.SecureRandom;
import java.util.Map;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Makes the default engine and owns its settings, its randomness and the threads that send mail. */
public final class DefaultOneTimePasscodeProviderFactory
        implements OneTimePasscodeProviderFactory, ServerInfoAwareProviderFactory {

    public static final String ID = "xt-default";

    private final SecureRandom random = new SecureRandom();
    private final PasscodeMetrics metrics = new PasscodeMetrics();
    private PasscodeSettings settings = PasscodeSettings.DEFAULTS;
    private MailWorker worker;
    private FailureWorker failures;

    @Override
    public void init(Config.Scope config) {
        settings = PasscodeSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        StoreCheck.warnIfWeak(factory);
        worker = new MailWorker(settings, new KeycloakMailTransport(factory), new KeycloakMailJournal(factory));
        failures = new FailureWorker(MailThreads.forFailures(), new KeycloakFailureBook(factory));
    }

    @Override
    public OneTimePasscodeProvider create(KeycloakSession session) {
        return new DefaultOneTimePasscodeProvider(
                session.singleUseObjects(),
                realmId -> Seal.of(session, session.realms().getRealm(realmId)),
                new KeycloakPasscodeMailer(session, worker),
                failed -> failures.bookAfter(session, failed),
                settings,
                random,
                metrics);
    }

    /** The limits in force, for the page "Provider info" of the admin console. */
    @Override
    public Map<String, String> getOperationalInfo() {
        return settings.asText();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            failures.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
