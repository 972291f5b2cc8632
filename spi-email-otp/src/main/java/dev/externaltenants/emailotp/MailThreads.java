package dev.externaltenants.emailotp;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The bounded pool that talks to mail servers: a stalled server fills it, and nothing else. */
final class MailThreads {

    private static final int IDLE_SECONDS = 60;
    private static final int STOP_SECONDS = 5;

    private MailThreads() {}

    static ExecutorService start(PasscodeSettings settings) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                settings.mailThreads(),
                settings.mailThreads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.mailQueue()),
                named());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Lets waiting mails leave for a moment; what is still waiting then is lost, and the customer asks again. */
    static void stop(ExecutorService threads) {
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

    private static ThreadFactory named() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "xt-otp-mail-" + count.incrementAndGet());
            thread.setDaemon(true);
            // The mail library finds its parts through this loader; a request's own may be gone by then.
            thread.setContextClassLoader(MailThreads.class.getClassLoader());
            return thread;
        };
    }
}
