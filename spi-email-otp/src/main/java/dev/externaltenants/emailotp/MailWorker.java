package dev.externaltenants.emailotp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;

/** Sends mails in threads of its own and notes what became of them; nothing that goes wrong reaches the request. */
final class MailWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final int STOP_SECONDS = 5;

    private final ExecutorService threads;
    private final RealmLanes lanes;
    private final MailTransport transport;
    private final BackgroundJournal journal;

    MailWorker(PasscodeSettings settings, MailTransport transport, MailJournal journal) {
        this.threads = MailThreads.forMails(settings);
        this.lanes = new RealmLanes(threads, settings);
        this.transport = transport;
        this.journal = new BackgroundJournal(MailThreads.forJournal(settings), journal);
    }

    void send(ReadyMail mail) {
        try {
            lanes.execute(mail.realmId(), () -> deliver(mail));
        } catch (RejectedExecutionException e) {
            count("rejected");
            LOG.warnf("Code mail to %s rejected: too many mails are waiting", MaskedEmail.of(mail.address()));
            journal.failed(mail);
        }
    }

    /** Notes that the request that wanted the mail was rolled back. */
    void withdraw(ReadyMail mail) {
        journal.withdrawn(mail);
    }

    /** Counts and logs a mail that never leaves. */
    void unsent(String address, Exception cause) {
        count("failed");
        // Only the kind of failure: messages of mail servers and templates may quote the mail.
        LOG.warnf("Code mail to %s failed: %s", MaskedEmail.of(address), RootCause.kind(cause));
    }

    private void deliver(ReadyMail mail) {
        try {
            transport.send(mail);
        } catch (EmailException | RuntimeException e) {
            unsent(mail.address(), e);
            journal.failed(mail);
            return;
        }
        count("sent");
        journal.sent(mail);
    }

    private static void count(String result) {
        Metrics.counter("xt.otp.mail", "result", result).increment();
    }

    /** Lets waiting mails leave for a moment; what is still waiting then is lost, and the customer asks again. */
    @Override
    public void close() {
        try {
            lanes.drain(STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        journal.close();
    }
}
