package dev.externaltenants.emailotp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

class MailWorkerTest {

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final CountDownLatch serverAnswers = new CountDownLatch(1);
    private final ExecutorService threads =
            MailThreads.start(new PasscodeSettings(8, 600, 5, 25, 30, 5, 100, 5_000, 1, 1));
    private ReadyMail mail;

    @BeforeEach
    void issue() {
        Tenant tenant = new Tenant();
        tenant.sent(ANNA);
        mail = tenant.lastMail();
    }

    @AfterEach
    void stop() {
        serverAnswers.countDown();
        MailThreads.stop(threads);
    }

    @Test
    void notesThatAMailWasSent() {
        worker(sent -> {}).send(mail);

        assertThat(journalAtTheEnd()).containsExactly("sent");
    }

    @Test
    void notesThatAMailFailed() {
        worker(failing -> {
                    throw new EmailException("no route to the mail server");
                })
                .send(mail);

        assertThat(journalAtTheEnd()).containsExactly("failed");
    }

    @Test
    void notesAFailureThatNobodyExpected() {
        worker(failing -> {
                    throw new IllegalStateException();
                })
                .send(mail);

        assertThat(journalAtTheEnd()).containsExactly("failed");
    }

    @Test
    void rejectsAtOnceWhenTooManyMailsWait() {
        MailWorker worker = worker(stalled -> await(serverAnswers));
        worker.send(mail);
        worker.send(mail);

        worker.send(mail);

        assertThat(journal).containsExactly("failed");
    }

    @Test
    void notesAWithdrawnMail() {
        worker(sent -> {}).withdraw(mail);

        assertThat(journalAtTheEnd()).containsExactly("withdrawn");
    }

    @Test
    void printsNoCodeAndNoAddress() {
        assertThat(mail.toString()).isEqualTo("ReadyMail[a***a@ex**e.com]");
    }

    private MailWorker worker(MailTransport transport) {
        return new MailWorker(threads, transport, new MailJournal() {
            @Override
            public void sent(ReadyMail mail) {
                journal.add("sent");
            }

            @Override
            public void failed(ReadyMail mail) {
                journal.add("failed");
            }

            @Override
            public void withdrawn(ReadyMail mail) {
                journal.add("withdrawn");
            }
        });
    }

    private List<String> journalAtTheEnd() {
        MailThreads.stop(threads);
        return journal;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
