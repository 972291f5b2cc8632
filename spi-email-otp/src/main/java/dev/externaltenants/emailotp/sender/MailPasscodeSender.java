package dev.externaltenants.emailotp.sender;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.smtp.Deadline;
import dev.externaltenants.compat.smtp.Letter;
import dev.externaltenants.compat.smtp.SmtpClient;
import dev.externaltenants.compat.smtp.SmtpException;
import dev.externaltenants.emailotp.RootCause;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Sends mails by the realm's SMTP settings, or by the operator's own {@link EmailSenderProvider} where there is one. */
final class MailPasscodeSender implements PasscodeSenderProvider {

    private final KeycloakSession session;
    private final Supplier<Map<String, String>> settingsOfRealm;
    private final MailServers servers;
    private final ScheduledExecutorService clock;
    private final int deadlineSeconds;

    MailPasscodeSender(
            KeycloakSession session,
            Supplier<Map<String, String>> settingsOfRealm,
            MailServers servers,
            ScheduledExecutorService clock,
            int deadlineSeconds) {
        this.session = session;
        this.settingsOfRealm = settingsOfRealm;
        this.servers = servers;
        this.clock = clock;
        this.deadlineSeconds = deadlineSeconds;
    }

    @Override
    public void send(PasscodeMessage message) throws UnsentException {
        Map<String, String> settings = settingsOfRealm.get();
        RenderedMail mail = message.mail();
        Optional<SmtpClient> smtp = KeycloakCompat.of(session).smtp();
        if (smtp.isPresent()) {
            send(smtp.get(), settings, new Letter(message.address(), mail.subject(), mail.text(), mail.html()));
        } else {
            sendByOperatorsOwn(settings, message.address(), mail);
        }
    }

    private void send(SmtpClient smtp, Map<String, String> settings, Letter letter) throws UnsentException {
        MailServer server = MailServer.of(settings);
        servers.admit(server);
        try (Deadline deadline = new Deadline(clock, deadlineSeconds)) {
            smtp.send(settings, letter, deadline);
        } catch (SmtpException e) {
            servers.judge(server, e);
            throw e.worthARetry()
                    ? UnsentException.forNow(e.getMessage(), e)
                    : UnsentException.forGood(e.getMessage(), e);
        }
        servers.answered(server);
    }

    /** How it fails, and whether once more is wise, only its author knows. */
    private void sendByOperatorsOwn(Map<String, String> settings, String address, RenderedMail mail)
            throws UnsentException {
        try {
            session.getProvider(EmailSenderProvider.class)
                    .send(settings, address, mail.subject(), mail.text(), mail.html());
        } catch (EmailException e) {
            throw UnsentException.forGood(RootCause.kind(e), e);
        }
    }
}
