package dev.externaltenants.emailotp.sender;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Makes senders of mails, and knows for all of them which mail servers are down. */
public final class MailPasscodeSenderFactory implements PasscodeSenderProviderFactory, ServerInfoAwareProviderFactory {

    public static final String ID = "xt-mail";

    private static final int DEFAULT_DEADLINE = 60;
    private static final int MIN_DEADLINE = 5;
    private static final int MAX_DEADLINE = 300;

    private final MailServers servers = new MailServers();
    private int deadlineSeconds = DEFAULT_DEADLINE;
    private ScheduledThreadPoolExecutor clock;
    private Gauge leftAlone;

    @Override
    public void init(Config.Scope config) {
        deadlineSeconds = config.getInt("deadline", DEFAULT_DEADLINE);
        if (deadlineSeconds < MIN_DEADLINE || deadlineSeconds > MAX_DEADLINE) {
            throw new IllegalArgumentException("One-time passcodes: setting deadline is %d, it must be %d to %d"
                    .formatted(deadlineSeconds, MIN_DEADLINE, MAX_DEADLINE));
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "xt-otp-mail-deadline");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        leftAlone = Gauge.builder("xt.otp.mail.circuits.open", servers, MailServers::leftAlone)
                .register(Metrics.globalRegistry);
    }

    @Override
    public PasscodeSenderProvider create(KeycloakSession session) {
        return new MailPasscodeSender(session, () -> settings(session), servers, clock, deadlineSeconds);
    }

    private static Map<String, String> settings(KeycloakSession session) {
        String realmId = session.getContext().getRealm().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                reading -> new HashMap<>(reading.realms().getRealm(realmId).getSmtpConfig()));
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("deadline", Integer.toString(deadlineSeconds));
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
            Metrics.globalRegistry.remove(leftAlone);
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
