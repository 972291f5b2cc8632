package dev.externaltenants.emailotp.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.smtp.SmtpClient;
import dev.externaltenants.compat.smtp.SmtpException;
import dev.externaltenants.emailotp.Fake;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.userflow.circuit.Circuit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MailPasscodeSenderTest {

    private static final PasscodeMessage MESSAGE = new PasscodeMessage(
            "contoso",
            "contoso",
            "anna@example.com",
            Locale.ENGLISH,
            Purpose.SIGN_UP,
            "Shop",
            "shop",
            "192.0.2.7",
            "48190217",
            600,
            new RenderedMail("Subject", "text", "html"));

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final MailServers servers = new MailServers();
    private final List<String> sent = new ArrayList<>();
    private Map<String, String> settings = Map.of("host", "mail.example.com");
    private Optional<SmtpClient> smtp = Optional.of((server, letter, deadline) -> sent.add(letter.subject()));

    @AfterEach
    void stop() {
        Time.setOffset(0);
        clock.shutdownNow();
    }

    @Test
    void sendsByTheSettingsOfTheRealm() throws UnsentException {
        send();

        assertThat(sent).containsExactly("Subject");
    }

    @Test
    void handsTheMailToAnOperatorsOwnSenderWhereThereIsOne() throws UnsentException {
        smtp = Optional.empty();

        send();

        assertThat(sent).containsExactly("by the operator's own");
    }

    @Test
    void leavesAServerAloneThatFailedTimeAndAgain() {
        open();

        UnsentException failure = failure();

        assertThat(failure.untried()).isTrue();
        assertThat(failure.worthARetry()).isFalse();
        assertThat(servers.leftAlone()).isEqualTo(1);
    }

    @Test
    void triesTheServerAgainAfterAWhileAndThenSendsAll() throws UnsentException {
        open();
        Time.setOffset(11);
        smtp = Optional.of((server, letter, deadline) -> sent.add(letter.subject()));

        send();
        send();

        assertThat(sent).hasSize(2);
        assertThat(servers.leftAlone()).isZero();
    }

    @Test
    void triesAtOnceWhenTheRealmHasOtherSettings() {
        open();
        settings = Map.of("host", "another.example.com");

        assertThat(failure().untried()).isFalse();
    }

    @Test
    void doesNotLeaveAServerAloneForRefusingAddresses() {
        failsWith(new SmtpException("reply 550", null, false, false));
        for (int i = 0; i <= Circuit.FAILURES_TO_OPEN; i++) {
            assertThat(failure().untried()).isFalse();
        }
    }

    @Test
    void aLetterForWhichNobodyWasCalledSaysNothingOfTheServer() {
        open();
        Time.setOffset(11);
        failsWith(new SmtpException("AddressException", null));
        assertThat(failure().untried()).isFalse();

        assertThat(failure().untried()).as("left alone still").isTrue();
    }

    @Test
    void passesOnWhetherARetryIsWise() {
        failsWith(new SmtpException("reply 451", null, true, false));
        assertThat(failure()).hasMessage("reply 451").matches(UnsentException::worthARetry);

        failsWith(new SmtpException("reply 550", null, false, false));
        assertThat(failure()).hasMessage("reply 550").matches(failure -> !failure.worthARetry());
    }

    private void open() {
        failsWith(new SmtpException("ConnectException", null, true, true));
        for (int i = 0; i < Circuit.FAILURES_TO_OPEN; i++) {
            assertThat(failure().untried()).isFalse();
        }
    }

    private void failsWith(SmtpException failure) {
        smtp = Optional.of((server, letter, deadline) -> {
            throw failure;
        });
    }

    private UnsentException failure() {
        return catchThrowableOfType(UnsentException.class, this::send);
    }

    private void send() throws UnsentException {
        new MailPasscodeSender(session(), () -> settings, servers, clock, 60).send(MESSAGE);
    }

    private KeycloakSession session() {
        KeycloakCompat compat =
                Fake.of(KeycloakCompat.class).returning("smtp", smtp).make();
        EmailSenderProvider own = Fake.of(EmailSenderProvider.class)
                .noting("send", mail -> sent.add("by the operator's own"))
                .make();
        return Fake.of(KeycloakSession.class)
                .answering("getProvider", of -> of[0] == KeycloakCompat.class ? compat : own)
                .make();
    }
}
