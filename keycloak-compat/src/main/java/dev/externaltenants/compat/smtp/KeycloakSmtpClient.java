package dev.externaltenants.compat.smtp;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import dev.externaltenants.compat.smtp.SmtpException.Progress;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.utils.StringUtil;

/** Talks to the mail server itself and signs in with Keycloak's authenticators, which know vault and OAuth tokens. */
public final class KeycloakSmtpClient implements SmtpClient {

    private static final Logger LOG = Logger.getLogger(KeycloakSmtpClient.class);

    private static final int GO_ON = 250;

    private final KeycloakSession session;
    private final Map<AuthenticatorType, EmailAuthenticator> authenticators;

    private KeycloakSmtpClient(KeycloakSession session, Map<AuthenticatorType, EmailAuthenticator> authenticators) {
        this.session = session;
        this.authenticators = authenticators;
    }

    /** Returns the client, or nothing where the operator has put another sender in the place of Keycloak's. */
    public static Optional<SmtpClient> of(KeycloakSession session) {
        ProviderFactory<EmailSenderProvider> sender =
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class);
        return sender != null && sender.getClass() == DefaultEmailSenderProviderFactory.class
                ? Optional.of(new KeycloakSmtpClient(
                        session, ((DefaultEmailSenderProviderFactory) sender).getEmailAuthenticators()))
                : Optional.empty();
    }

    @Override
    public void send(Map<String, String> settings, Letter letter, Deadline deadline) throws SmtpException {
        if (StringUtil.isBlank(settings.get("host"))) {
            throw SmtpException.noServer();
        }
        try {
            Session mail = Session.getInstance(SmtpProperties.of(session, settings, deadline));
            TransactionalMessage message = TransactionalMessage.of(mail, settings, letter);
            handOver(settings, message, (SMTPTransport) mail.getTransport("smtp"), deadline);
        } catch (EmailException | MessagingException | UnsupportedEncodingException e) {
            throw SmtpException.unwritten(e);
        }
    }

    private void handOver(
            Map<String, String> settings, TransactionalMessage message, SMTPTransport transport, Deadline deadline)
            throws SmtpException {
        Progress progress = Progress.CONNECTING;
        try {
            authenticator(settings).connect(session, settings, transport);
            progress = Progress.ADDRESSING;
            transport.sendMessage(message, message.getAllRecipients());
        } catch (EmailException | MessagingException | RuntimeException e) {
            if (isEncryptionRefused(settings, progress, transport)) {
                throw SmtpException.unencrypted(e);
            }
            throw SmtpException.of(
                    e,
                    message.isWrittenOut() ? Progress.TRANSFERRING : progress,
                    transport.getLastReturnCode(),
                    deadline.hasPassed());
        } finally {
            hangUp(transport);
        }
    }

    /** Jakarta Mail tells it by words only; the server has said what it offers, without STARTTLS. */
    private static boolean isEncryptionRefused(
            Map<String, String> settings, Progress progress, SMTPTransport transport) {
        return progress == Progress.CONNECTING
                && "true".equals(settings.get("starttls"))
                && transport.getLastReturnCode() == GO_ON
                && !transport.supportsExtension("STARTTLS");
    }

    private EmailAuthenticator authenticator(Map<String, String> settings) {
        String type = "true".equals(settings.get("auth"))
                ? settings.getOrDefault("authType", AuthenticatorType.BASIC.name())
                : AuthenticatorType.NONE.name();
        return authenticators.get(AuthenticatorType.valueOf(type.toUpperCase(Locale.ROOT)));
    }

    /** Whether the letter was taken is known by now. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf("A mail server hung up first: %s", e.getClass());
        }
    }
}
