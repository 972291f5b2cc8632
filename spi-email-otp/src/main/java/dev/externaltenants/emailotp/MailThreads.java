package dev.externaltenants.emailotp;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads beside the requests; they end when idle. */
final class MailThreads {

    private static final int IDLE_SECONDS = 60;
    private static final int STOP_SECONDS = 5;

    /** A failed code is small, and a thread books some hundred in a second. */
    private static final int FAILURES = 1_000;

    private MailThreads() {}

    /** The threads that talk to mail servers. Their queue has no bound of its own: {@link RealmLanes} bounds it. */
    static ExecutorService forMails(PasscodeSettings settings) {
        // Rejects only when it has been stopped; nobody is left then to be told.
        RejectedExecutionHandler stopped = new ThreadPoolExecutor.DiscardPolicy();
        return pool("xt-otp-mail-", settings.mailThreads(), new LinkedBlockingQueue<>(), stopped);
    }

    /** The one thread that writes down what became of mails. */
    static ExecutorService forJournal(PasscodeSettings settings) {
        RejectedExecutionHandler full = new ThreadPoolExecutor.AbortPolicy();
        return pool("xt-otp-journal-", 1, new ArrayBlockingQueue<>(settings.mailQueue()), full);
    }

    /** The one thread that books failed codes, so that they keep their order. */
    static ExecutorService forFailures() {
        RejectedExecutionHandler full = new ThreadPoolExecutor.AbortPolicy();
        return pool("xt-otp-failure-", 1, new ArrayBlockingQueue<>(FAILURES), full);
    }

    /** Lets the threads do what waits, but no longer than a moment. */
    static void finish(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService pool(
            String name, int size, BlockingQueue<Runnable> queue, RejectedExecutionHandler rejected) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, queue, named(name), rejected);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + count.incrementAndGet());
            thread.setDaemon(true);
            // The mail library finds its parts through this loader; a request's own may be gone by then.
            thread.setContextClassLoader(MailThreads.class.getClassLoader());
            return thread;
        };
    }
}
