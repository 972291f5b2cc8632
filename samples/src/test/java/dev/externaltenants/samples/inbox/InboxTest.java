package dev.externaltenants.samples.inbox;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import dev.externaltenants.samples.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InboxTest {

    private Inbox inbox;

    @BeforeEach
    void start() {
        inbox = Inbox.start(0, 0);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void keepsWhatArrivesForAnyAddress() throws Exception {
        send("ada@example.org", "Your code", "Your code is 01234567.", "<p>01234567</p>");

        Mail mail = inbox.awaitMail("ada@example.org", 0, Duration.ofSeconds(5));

        assertThat(mail.subject()).isEqualTo("Your code");
        assertThat(mail.code()).contains("01234567");
        assertThat(mail.html()).contains("<p>01234567</p>");
    }

    @Test
    void showsMailWithItsCodeAndItsHtmlInASandbox() throws Exception {
        send("ada@example.org", "Code <1>", "Your code is 01234567.", "<p class=\"x\">01234567</p>");

        assertThat(new Browser().get(inbox.url()).body()).contains("Code &lt;1&gt;", "to ada@example.org");
        assertThat(new Browser().get(inbox.url().resolve("mail/1")).body())
                .contains("<strong id=\"code\">01234567</strong>")
                .contains("sandbox srcdoc=\"&lt;p class=&quot;x&quot;&gt;");
    }

    @Test
    void letsAMailShowPicturesOfThisMachineOnly() throws Exception {
        assertThat(new Browser().get(inbox.url()).headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains(" img-src data: http://localhost:* http://127.0.0.1:*;");
    }

    @Test
    void refusesConnectionsWhileStoppedAndKeepsPortAndMailAfterwards() throws Exception {
        send("ada@example.org", "First", "one", "one");
        inbox.stopSmtp();
        assertThatThrownBy(() -> send("ada@example.org", "Lost", "two", "two")).isInstanceOf(MessagingException.class);

        inbox.startSmtp();
        send("ada@example.org", "Second", "three", "three");

        assertThat(inbox.mailsTo("ADA@example.org")).extracting(Mail::subject).containsExactly("First", "Second");
    }

    @Test
    void tellsThatAMailDoesNotExist() throws Exception {
        assertThat(new Browser().get(inbox.url().resolve("mail/7")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void silentServerAcceptsAndSaysNothing() throws Exception {
        try (SilentSmtpServer silent = SilentSmtpServer.start(0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), silent.port())) {
            socket.setSoTimeout(200);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(inbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@contoso.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
