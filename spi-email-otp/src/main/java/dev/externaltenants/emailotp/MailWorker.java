package dev.externaltenants.emailotp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;

/** Sends mails in threads of its own and notes what became of them; nothing that goes wrong reaches the request. */
final class MailWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);

    private final ExecutorService threads;
    private final MailTransport transport;
    private final MailJournal journal;

    MailWorker(ExecutorService threads, MailTransport transport, MailJournal journal) {
        this.threads = threads;
        this.transport = transport;
        this.journal = journal;
    }

    void send(ReadyMail mail) {
        try {
            threads.execute(() -> deliver(mail));
        } catch (RejectedExecutionException e) {
            count("rejected");
            LOG.warnf("Code mail to %s rejected: too many mails are waiting", MaskedEmail.of(mail.address()));
            note(mail, () -> journal.failed(mail));
        }
    }

    void withdraw(ReadyMail mail) {
        try {
            // Not in this thread, whose transaction is just being rolled back.
            threads.execute(() -> note(mail, () -> journal.withdrawn(mail)));
        } catch (RejectedExecutionException e) {
            LOG.debugf("Budget of %s stays used until it expires", MaskedEmail.of(mail.address()));
        }
    }

    /** Counts and logs a mail that never leaves. */
    void unsent(String address, Exception cause) {
        count("failed");
        // Only the kind of failure: messages of mail servers and templates may quote the mail.
        LOG.warnf(
                "Code mail to %s failed: %s",
                MaskedEmail.of(address), root(cause).getClass().getSimpleName());
    }

    private void deliver(ReadyMail mail) {
        try {
            transport.send(mail);
        } catch (EmailException | RuntimeException e) {
            unsent(mail.address(), e);
            note(mail, () -> journal.failed(mail));
            return;
        }
        count("sent");
        note(mail, () -> journal.sent(mail));
    }

    private static void note(ReadyMail mail, Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "What became of the code mail to %s could not be noted: %s",
                    MaskedEmail.of(mail.address()), root(e).getClass().getSimpleName());
        }
    }

    private static void count(String result) {
        Metrics.counter("xt.otp.mail", "result", result).increment();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() {
        MailThreads.stop(threads);
    }
}
