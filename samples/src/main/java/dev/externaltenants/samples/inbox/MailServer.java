package dev.externaltenants.samples.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.externaltenants.samples.web.BindAddress;

/** An SMTP server that accepts every mail and keeps it, also over its own stops and starts. */
final class MailServer {

    /** GreenMail's own two seconds are short on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GreenMail smtp;
    private final int port;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    /** @param port 0 takes a free one */
    MailServer(int port) {
        this.port = port == 0 ? freePort() : port;
        ServerSetup setup = new ServerSetup(this.port, BindAddress.ofSamples(), ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE.toMillis());
        smtp = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    synchronized void start() {
        smtp.start();
        UserManager users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            keep(message, recipient);
            return mailbox(users, recipient);
        });
    }

    synchronized void stop() {
        smtp.stop();
    }

    int port() {
        return port;
    }

    /** In order of arrival. */
    List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void keep(MovingMessage moving, MailAddress recipient) throws MessagingException {
        MimeMessage message = moving.getMessage();
        try {
            String text = MailParts.first(message, "text/plain");
            String html = MailParts.first(message, "text/html");
            String from = message.getFrom() == null ? "" : message.getFrom()[0].toString();
            String subject = message.getSubject() == null ? "(no subject)" : message.getSubject();
            synchronized (mails) {
                mails.add(new Mail(mails.size() + 1, Instant.now(), recipient.getEmail(), from, subject, text, html));
            }
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be read", e);
        }
    }

    private static GreenMailUser mailbox(UserManager users, MailAddress recipient) throws UserException {
        GreenMailUser known = users.getUserByEmail(recipient.getEmail());
        return known != null ? known : users.createUser(recipient.getEmail(), recipient.getEmail(), "");
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
