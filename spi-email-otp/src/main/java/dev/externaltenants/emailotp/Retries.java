package dev.externaltenants.emailotp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps mails for a moment before their second try, without holding a thread that talks to mail servers. */
final class Retries {

    /** Long enough for a server that drops its connections, short enough for a customer who looks at the page. */
    private static final int PAUSE_SECONDS = 2;

    private final Executor afterAPause;
    private final int size;
    private final Semaphore room;

    Retries(Executor afterAPause, int size) {
        this.afterAPause = afterAPause;
        this.size = size;
        this.room = new Semaphore(size);
    }

    static Retries of(PasscodeSettings settings) {
        Executor afterAPause = CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS, Runnable::run);
        return new Retries(afterAPause, settings.mailQueue());
    }

    /** Runs the task, which must be short, after the pause; false when too many wait already. */
    boolean later(Runnable task) {
        if (!room.tryAcquire()) {
            return false;
        }
        afterAPause.execute(() -> {
            room.release();
            task.run();
        });
        return true;
    }

    int waiting() {
        return size - room.availablePermits();
    }
}
