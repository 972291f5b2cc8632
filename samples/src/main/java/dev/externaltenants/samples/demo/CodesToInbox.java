package dev.externaltenants.samples.demo;

import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import dev.externaltenants.samples.claims.CodeGateway;

/** The claims API's own gateway for codes: mails of its own wording, into the inbox where all of the demo's mail goes. */
final class CodesToInbox implements CodeGateway {

    private final Session session;

    CodesToInbox(int smtpPort) {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", String.valueOf(smtpPort));
        session = Session.getInstance(smtp);
    }

    @Override
    public void send(String address, String code) {
        try {
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress("gateway@contoso.example"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
            mail.setSubject("Sent by the claims API");
            mail.setText("Your code for Contoso is " + code + "\n");
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("The code was not sent", e);
        }
    }
}
