package dev.externaltenants.emailotp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;

/**
 * Writes a journal in a thread of its own: not in a request, whose transaction is just being ended, and not behind
 * mails, which may wait for a mail server.
 */
final class BackgroundJournal implements MailJournal, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundJournal.class);

    private final ExecutorService thread;
    private final MailJournal journal;

    BackgroundJournal(ExecutorService thread, MailJournal journal) {
        this.thread = thread;
        this.journal = journal;
    }

    @Override
    public void sent(OutgoingMail mail) {
        write(mail, () -> journal.sent(mail));
    }

    @Override
    public void failed(OutgoingMail mail) {
        write(mail, () -> journal.failed(mail));
    }

    @Override
    public void unclear(OutgoingMail mail) {
        write(mail, () -> journal.unclear(mail));
    }

    @Override
    public void withdrawn(OutgoingMail mail) {
        write(mail, () -> journal.withdrawn(mail));
    }

    private void write(OutgoingMail mail, Runnable entry) {
        try {
            thread.execute(() -> {
                try {
                    entry.run();
                } catch (RuntimeException e) {
                    lost(mail, e);
                }
            });
        } catch (RejectedExecutionException e) {
            lost(mail, e);
        }
    }

    /** What the mail cost then stays paid until it expires. */
    private static void lost(OutgoingMail mail, Exception cause) {
        LOG.warnf(
                "What became of the code mail to %s could not be noted: %s",
                MaskedEmail.of(mail.address()), RootCause.kind(cause));
    }

    @Override
    public void close() {
        MailThreads.finish(thread);
    }
}
