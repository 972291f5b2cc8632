package dev.externaltenants.compat.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;

import static org.keycloak.utils.StringUtil.isNotBlank;

/** A mail with the headers of one that a machine wrote to one person, and which knows whether it has been written out. */
final class TransactionalMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private boolean writtenOut;

    private TransactionalMessage(Session session) {
        super(session);
    }

    static TransactionalMessage of(Session session, Map<String, String> settings, Letter letter)
            throws MessagingException, EmailException, UnsupportedEncodingException {
        TransactionalMessage message = new TransactionalMessage(session);
        String from = SmtpAddress.of(settings.get("from"), settings);
        message.setFrom(SmtpAddress.named(from, settings.get("fromDisplayName")));
        message.setReplyTo(new Address[] {
            isNotBlank(settings.get("replyTo"))
                    ? SmtpAddress.named(
                            SmtpAddress.of(settings.get("replyTo"), settings), settings.get("replyToDisplayName"))
                    : SmtpAddress.named(from, settings.get("fromDisplayName"))
        });
        message.setHeader("To", SmtpAddress.of(letter.address(), settings));
        message.setSubject(letter.subject(), UTF_8);
        message.setHeader("Date", DATE.format(Instant.ofEpochMilli(Time.currentTimeMillis())));
        // RFC 3834: no out-of-office notice is sent in answer to it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(letter));
        message.saveChanges();
        return message;
    }

    /** Returns whether a server may have it. */
    boolean isWrittenOut() {
        return writtenOut;
    }

    @Override
    public void writeTo(OutputStream out, String[] headersToLeaveOut) throws IOException, MessagingException {
        writtenOut = true;
        super.writeTo(out, headersToLeaveOut);
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        if (letter.text() != null) {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), UTF_8);
            alternatives.addBodyPart(text);
        }
        if (letter.html() != null) {
            MimeBodyPart html = new MimeBodyPart();
            html.setContent(letter.html(), "text/html; charset=UTF-8");
            alternatives.addBodyPart(html);
        }
        return alternatives;
    }
}
