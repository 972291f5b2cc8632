package dev.externaltenants.compat.smtp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import dev.externaltenants.tests.servers.ScriptedSmtpServer;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Reply;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class KeycloakSmtpClientTest {

    private static final Letter LETTER =
            new Letter("anna@example.com", "Your code für alle", "text 48190217", "<p>html</p>");

    private final KeycloakSession session = FakeKeycloak.session();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.start(0);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "host", "127.0.0.1",
            "port", Integer.toString(server.port()),
            "from", "no-reply@contoso.example",
            "fromDisplayName", "Contoso",
            "replyTo", "help@contoso.example",
            "connectionTimeout", "5000",
            "timeout", "700",
            "writeTimeout", "700"));

    @AfterEach
    void stop() {
        server.close();
        clock.shutdownNow();
    }

    @Test
    void sendsWhatTheLetterSaysInTwoParts() throws SmtpException {
        send();

        assertThat(server.contents()).hasSize(1);
        assertThat(server.contents().get(0))
                .contains("From: Contoso <no-reply@contoso.example>")
                .contains("Reply-To: help@contoso.example")
                .contains("To: anna@example.com")
                .contains("Subject: =?UTF-8?Q?Your_code_f=C3=BCr_alle?=")
                .contains("multipart/alternative")
                .contains("text 48190217")
                .contains("<p>html</p>");
    }

    @Test
    void hasTheHeadersOfAMailThatAMachineWroteToOnePerson() throws SmtpException {
        send();

        assertThat(server.contents().get(0))
                .contains("Auto-Submitted: auto-generated")
                .containsPattern("Message-ID: <[^>]+@contoso\\.example>")
                .containsPattern("Date: \\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000")
                .doesNotContain("List-Unsubscribe");
    }

    @Test
    void isWorthARetryWhenNobodyListens() {
        server.close();

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isTrue();
        assertThat(failure.serverDown()).isTrue();
        assertThat(failure).hasMessage("ConnectException");
    }

    @Test
    void isWorthARetryWhenTheServerIsTooBusyToBegin() {
        server.at(Step.GREETING, Reply.line("421 too many connections of anna@example.com"));

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isTrue();
        assertThat(failure.serverDown()).isTrue();
        assertThat(failure).hasMessage("reply 421");
    }

    @Test
    void isWorthARetryWhenTheServerHangsUpInsteadOfAGreeting() {
        server.at(Step.GREETING, Reply.hangUp());

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isTrue();
        assertThat(failure.serverDown()).isTrue();
        assertThat(failure).hasMessage("the server hung up");
    }

    @Test
    void isWorthARetryWhenTheAddressIsRefusedForNowAndSaysNothingOfTheServer() {
        server.at(Step.RCPT, Reply.line("451 greylisted"));

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isTrue();
        assertThat(failure.serverDown()).isFalse();
    }

    @Test
    void isWorthARetryWhenTheContentIsRefusedForNow() {
        server.at(Step.CONTENT, Reply.line("451 later"));

        assertThat(failure().worthARetry()).isTrue();
    }

    @Test
    void isOverWhenTheAddressIsRefused() {
        server.at(Step.RCPT, Reply.line("550 no such user"));

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isFalse();
        assertThat(failure.serverDown()).isFalse();
        assertThat(failure).hasMessage("reply 550");
    }

    @Test
    void isWorthARetryWhenTheServerSaysNothingBeforeTheContent() {
        server.at(Step.MAIL, Reply.silence());

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isTrue();
        assertThat(failure.serverDown()).isTrue();
    }

    @Test
    void isOverWhenTheServerMayHaveTheContent() {
        server.at(Step.CONTENT, Reply.silence());
        assertThat(failure().worthARetry()).isFalse();

        server.at(Step.CONTENT, Reply.hangUp());
        assertThat(failure().worthARetry()).isFalse();
    }

    @Test
    void isSentWhateverTheServerSaysToTheGoodbye() throws SmtpException {
        server.at(Step.QUIT, Reply.silence());
        settings.put("timeout", "10000");

        long start = System.nanoTime();
        send();

        assertThat(System.nanoTime() - start).as("did not wait for it").isLessThan(5_000_000_000L);
    }

    @Test
    void isOverWhenTheCredentialsAreWrong() {
        server.at(Step.EHLO, Reply.line("250-localhost\r\n250 AUTH PLAIN LOGIN"))
                .at(Step.AUTH, Reply.line("535 wrong"));
        settings.putAll(Map.of("auth", "true", "user", "contoso", "password", "wrong"));

        SmtpException failure = failure();

        assertThat(failure.worthARetry()).isFalse();
        assertThat(failure.serverDown()).isTrue();
        assertThat(failure).hasMessage("AuthenticationFailedException");
    }

    @Test
    void sendsNothingInClearWhereEncryptionIsAskedFor() {
        settings.put("starttls", "true");

        SmtpException failure = failure();

        assertThat(server.contents()).isEmpty();
        assertThat(failure).hasMessage("the mail server offers no STARTTLS");
        assertThat(failure.worthARetry()).isFalse();
        assertThat(failure.serverDown()).isTrue();
    }

    @Test
    void hangsUpOnAServerThatNeverComesToAnEnd() {
        server.at(Step.GREETING, Reply.drip());

        SmtpException failure = failure();

        assertThat(failure).hasMessage("not done in time");
        assertThat(failure.worthARetry()).isFalse();
    }

    @Test
    void saysWhenTheRealmHasNoMailServer() {
        settings.clear();

        assertThat(failure()).hasMessage("the realm has no mail server");
    }

    @Test
    void refusesAnAddressThatWouldBeginAnotherHeader() {
        settings.put("from", "a@contoso.example\r\nBcc: b@example.com");

        assertThat(failure()).hasMessage("EmailException");
        assertThat(server.connections()).isZero();
    }

    @Test
    void leavesAnOperatorsOwnSenderInItsPlace() {
        KeycloakSession withOwn = FakeKeycloak.session(new DefaultEmailSenderProviderFactory() {});

        assertThat(KeycloakSmtpClient.of(withOwn)).isEmpty();
    }

    @Test
    void printsNoLetter() {
        assertThat(LETTER).hasToString("Letter");
    }

    private SmtpException failure() {
        return catchThrowableOfType(SmtpException.class, this::send);
    }

    private void send() throws SmtpException {
        try (Deadline deadline = new Deadline(clock, 3)) {
            KeycloakSmtpClient.of(session).orElseThrow().send(settings, LETTER, deadline);
        }
    }
}
