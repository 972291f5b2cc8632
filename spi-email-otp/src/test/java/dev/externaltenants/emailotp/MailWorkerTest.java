package dev.externaltenants.emailotp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.externaltenants.emailotp.sender.UnsentException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

class MailWorkerTest {

    private static final PasscodeSettings TWO_THREADS =
            new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 5_000, 2, 2, false, false);

    private final BlockingQueue<String> journal = new LinkedBlockingQueue<>();
    private final CountDownLatch serverAnswers = new CountDownLatch(1);
    private Retries retries = new Retries(Runnable::run, 2);
    private MailWorker worker;
    private OutgoingMail mail;

    @BeforeEach
    void issue() {
        Tenant tenant = new Tenant();
        tenant.sent(ANNA);
        mail = tenant.lastMail();
    }

    @AfterEach
    void stop() {
        serverAnswers.countDown();
        worker.close();
    }

    @Test
    void notesThatAMailWasSent() {
        worker(sent -> {}).send(mail);

        assertThat(journalAtTheEnd()).containsExactly("sent");
    }

    @Test
    void notesThatAMailFailed() {
        worker(failing -> {
                    throw UnsentException.forGood("no route to the mail server", null);
                })
                .send(mail);

        assertThat(journalAtTheEnd()).containsExactly("failed");
    }

    @Test
    void triesOnceMoreWhenTheCauseMayPass() {
        AtomicInteger tries = new AtomicInteger();
        worker(failingOnce -> {
                    if (tries.incrementAndGet() == 1) {
                        throw UnsentException.forNow("reply 451", null);
                    }
                })
                .send(mail);

        assertThat(journalled()).isEqualTo("sent");
        assertThat(tries).hasValue(2);
    }

    @Test
    void triesOnceMoreAndNoMore() {
        AtomicInteger tries = new AtomicInteger();
        worker(failing -> {
                    tries.incrementAndGet();
                    throw UnsentException.forNow("reply 451", null);
                })
                .send(mail);

        assertThat(journalled()).isEqualTo("failed");
        assertThat(tries).hasValue(2);
    }

    @Test
    void triesNoMoreWhenTheServerMayHaveTheMail() {
        AtomicInteger tries = new AtomicInteger();
        worker(failing -> {
                    tries.incrementAndGet();
                    throw UnsentException.forGood("SocketTimeoutException", null);
                })
                .send(mail);

        assertThat(journalled()).isEqualTo("failed");
        assertThat(tries).hasValue(1);
    }

    @Test
    void holdsNoThreadInThePauseBeforeTheSecondTry() {
        retries = new Retries(afterAPause -> {}, 2);
        worker(failing -> {
            if (failing.realmId().equals("contoso")) {
                throw UnsentException.forNow("ConnectException", null);
            }
        });
        worker.send(mail);
        worker.send(mail);

        worker.send(of("fabrikam"));

        assertThat(journalled()).isEqualTo("sent");
    }

    @Test
    void keepsNoMoreMailsForASecondTryThanMayWait() {
        retries = new Retries(afterAPause -> {}, 1);
        worker(failing -> {
            throw UnsentException.forNow("ConnectException", null);
        });
        worker.send(mail);

        worker.send(mail);

        assertThat(journalled()).isEqualTo("failed");
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
    void notesThatSomebodyMayHaveTakenAMailThatFailed() {
        worker(failing -> {
                    throw UnsentException.forGood("status 403", null).afterSomebodyHeard();
                })
                .send(mail);

        assertThat(journalAtTheEnd()).containsExactly("unclear");
    }

    @Test
    void tellsAFailureNoSoonerThanTheSenderSaysAndHoldsNoThreadForIt() {
        worker(failing -> {
            throw UnsentException.forGood("status 403", null).toldIn(Duration.ofSeconds(2));
        });
        long start = System.nanoTime();
        // more than there are threads
        IntStream.range(0, 3).forEach(i -> worker.send(mail));

        IntStream.range(0, 3).forEach(i -> assertThat(journalled()).isEqualTo("failed"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(3900));
    }

    @Test
    void rejectsAtOnceWhenTooManyMailsWait() {
        worker(stalled -> await(serverAnswers));
        worker.send(mail);
        worker.send(mail);

        worker.send(mail);

        assertThat(journalled()).isEqualTo("failed");
    }

    @Test
    void sendsTheMailsOfATenantThoughTheServerOfAnotherHangs() {
        worker(sent -> {
            if (sent.realmId().equals("contoso")) {
                await(serverAnswers);
            }
        });
        worker.send(mail);
        worker.send(mail);

        worker.send(of("fabrikam"));

        assertThat(journalled()).isEqualTo("sent");
    }

    @Test
    void notesAWithdrawnMailWhileMailServersHang() {
        worker(stalled -> await(serverAnswers));
        worker.send(mail);
        worker.send(of("fabrikam"));

        worker.withdraw(mail);

        assertThat(journalled()).isEqualTo("withdrawn");
    }

    @Test
    void sendsWhatWaitsWhenItIsStopped() {
        worker(sent -> {});
        worker.send(mail);
        worker.send(mail);

        assertThat(journalAtTheEnd()).containsExactly("sent", "sent");
    }

    @Test
    void countsMailsUnderTheDocumentedName() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            worker(sent -> {}).send(mail);
            journalAtTheEnd();

            assertThat(registry.get("xt.otp.mail")
                            .tag("result", "sent")
                            .counter()
                            .count())
                    .isEqualTo(1);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    @Test
    void printsNoCodeAndNoAddress() {
        worker(sent -> {});

        assertThat(mail.toString()).isEqualTo("OutgoingMail[a***a@ex**e.com]");
    }

    private MailWorker worker(MailTransport transport) {
        worker = new MailWorker(TWO_THREADS, transport, new NotedJournal(), retries);
        return worker;
    }

    private final class NotedJournal implements MailJournal {

        @Override
        public void sent(OutgoingMail mail) {
            journal.add("sent");
        }

        @Override
        public void failed(OutgoingMail mail) {
            journal.add("failed");
        }

        @Override
        public void unclear(OutgoingMail mail) {
            journal.add("unclear");
        }

        @Override
        public void withdrawn(OutgoingMail mail) {
            journal.add("withdrawn");
        }
    }

    private OutgoingMail of(String realm) {
        return new OutgoingMail(
                realm, realm, "challenge", mail.address(), mail.origin(), false, 600, mail.paid(), mail.draft());
    }

    /** Returns the next entry, which must come while the servers still hang. */
    private String journalled() {
        try {
            return journal.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> journalAtTheEnd() {
        worker.close();
        return List.copyOf(journal);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
