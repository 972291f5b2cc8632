package dev.externaltenants.emailotp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import dev.externaltenants.emailotp.MailMetrics.Result;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.jboss.logging.Logger;

/** Sends mails in threads of its own and notes what became of them; nothing that goes wrong reaches the request. */
final class MailWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final int STOP_SECONDS = 5;

    private final ExecutorService threads;
    private final RealmLanes lanes;
    private final Retries retries;
    private final MailTransport transport;
    private final BackgroundJournal journal;
    private final MailMetrics metrics;

    MailWorker(PasscodeSettings settings, MailTransport transport, MailJournal journal) {
        this(settings, transport, journal, Retries.of(settings));
    }

    MailWorker(PasscodeSettings settings, MailTransport transport, MailJournal journal, Retries retries) {
        this.threads = MailThreads.forMails(settings);
        this.lanes = new RealmLanes(threads, settings);
        this.retries = retries;
        this.transport = transport;
        this.journal = new BackgroundJournal(MailThreads.forJournal(settings), journal);
        this.metrics = new MailMetrics(() -> lanes.held() + retries.waiting());
    }

    /** @param acceptedAt by {@link System#nanoTime} */
    private record Try(OutgoingMail mail, long acceptedAt, boolean isFirst) {}

    void send(OutgoingMail mail) {
        submit(new Try(mail, System.nanoTime(), true));
    }

    /** Notes that the request that wanted the mail was rolled back. */
    void withdraw(OutgoingMail mail) {
        journal.withdrawn(mail);
    }

    private void submit(Try turn) {
        try {
            lanes.execute(turn.mail().realmId(), () -> deliver(turn));
        } catch (RejectedExecutionException e) {
            MailMetrics.count(Result.REJECTED);
            LOG.warnf(
                    "Mail to %s of realm %s rejected: too many mails are waiting",
                    MaskedEmail.of(turn.mail().address()), turn.mail().realmName());
            journal.failed(turn.mail());
        }
    }

    private void deliver(Try turn) {
        try {
            transport.send(turn.mail());
        } catch (UnsentException e) {
            if (!turn.isFirst() || !e.worthARetry() || !tryAgain(turn)) {
                failed(turn, e);
            }
            return;
        } catch (RuntimeException e) {
            failed(turn, UnsentException.forGood(RootCause.kind(e), e));
            return;
        }
        MailMetrics.countSince(turn.acceptedAt(), Result.SENT);
        journal.sent(turn.mail());
    }

    private boolean tryAgain(Try turn) {
        boolean kept = retries.later(() -> submit(new Try(turn.mail(), turn.acceptedAt(), false)));
        if (kept) {
            MailMetrics.countRetry();
        }
        return kept;
    }

    private void failed(Try turn, UnsentException cause) {
        if (cause.untried()) {
            MailMetrics.count(Result.CIRCUIT_OPEN);
        } else {
            MailMetrics.countSince(turn.acceptedAt(), Result.FAILED);
            logFailed(turn.mail().realmName(), turn.mail().address(), cause.getMessage());
        }
        note(turn.mail(), cause);
    }

    /** What waits here is bounded by the budgets of its tenant: none of it is paid back yet. */
    private void note(OutgoingMail mail, UnsentException cause) {
        Runnable note = cause.perhapsTaken() ? () -> journal.unclear(mail) : () -> journal.failed(mail);
        if (cause.heldFor().isZero()) {
            note.run();
        } else {
            CompletableFuture.delayedExecutor(cause.heldFor().toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(note);
        }
    }

    private static void logFailed(String realmName, String address, String reason) {
        LOG.warnf("Mail to %s of realm %s failed: %s", MaskedEmail.of(address), realmName, reason);
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
