package dev.externaltenants.emailotp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import dev.externaltenants.emailotp.MailMetrics.Result;
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
    private final MailMetrics metrics;

    MailWorker(PasscodeSettings settings, MailTransport transport, MailJournal journal) {
        this.threads = MailThreads.forMails(settings);
        this.lanes = new RealmLanes(threads, settings);
        this.transport = transport;
        this.journal = new BackgroundJournal(MailThreads.forJournal(settings), journal);
        this.metrics = new MailMetrics(lanes);
    }

    void send(ReadyMail mail) {
        long acceptedAt = System.nanoTime();
        try {
            lanes.execute(mail.realmId(), () -> deliver(mail, acceptedAt));
        } catch (RejectedExecutionException e) {
            MailMetrics.count(Result.REJECTED);
            LOG.warnf(
                    "Mail to %s of realm %s rejected: too many mails are waiting",
                    MaskedEmail.of(mail.address()), mail.realmName());
            journal.failed(mail);
        }
    }

    /** Notes that the request that wanted the mail was rolled back. */
    void withdraw(ReadyMail mail) {
        journal.withdrawn(mail);
    }

    /** Counts and logs a mail that never leaves. */
    void unsent(String realmName, String address, Exception cause) {
        MailMetrics.count(Result.FAILED);
        logFailed(realmName, address, cause);
    }

    private void deliver(ReadyMail mail, long acceptedAt) {
        try {
            transport.send(mail);
        } catch (EmailException | RuntimeException e) {
            MailMetrics.countSince(acceptedAt, Result.FAILED);
            logFailed(mail.realmName(), mail.address(), e);
            journal.failed(mail);
            return;
        }
        MailMetrics.countSince(acceptedAt, Result.SENT);
        journal.sent(mail);
    }

    /** Only the kind of failure: messages of mail servers and templates may quote the mail. */
    private static void logFailed(String realmName, String address, Exception cause) {
        LOG.warnf("Mail to %s of realm %s failed: %s", MaskedEmail.of(address), realmName, RootCause.kind(cause));
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
        metrics.close();
    }
}
