package dev.externaltenants.claimsextension.callout;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that carry the HTTP exchanges, so that a request thread can leave at its deadline even where nothing can be
 * interrupted, as in name resolution. Bounded as a whole and per extension: a slow API of one tenant leaves room.
 */
final class CalloutWorkers implements AutoCloseable {

    /** Below Keycloak's default of 100 database connections, of which each call may hold one. */
    static final int DEFAULT_MAX_IN_FLIGHT = 64;

    private final int maxPerExtension;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** Calls under way by extension; one that has none has no entry, so deleted extensions leave nothing behind. */
    private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();

    /** @param maxInFlight on this node; half of it for one extension */
    CalloutWorkers(int maxInFlight) {
        maxPerExtension = maxInFlight / 2;
        threads =
                new ThreadPoolExecutor(0, maxInFlight, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::newThread);
    }

    /** @throws RejectedExecutionException when too much is in flight */
    <T> Future<T> submit(String extensionId, Callable<T> exchange) {
        enter(extensionId);
        try {
            return threads.submit(() -> {
                try {
                    return exchange.call();
                } finally {
                    leave(extensionId);
                }
            });
        } catch (RejectedExecutionException e) {
            leave(extensionId);
            throw e;
        }
    }

    int extensionsInFlight() {
        return inFlight.size();
    }

    /** Returns how many threads there are, at work or waiting for some. */
    int size() {
        return threads.getPoolSize();
    }

    private void enter(String extensionId) {
        inFlight.merge(extensionId, 1, (calls, one) -> {
            if (calls == maxPerExtension) {
                throw new RejectedExecutionException("Too many calls of one extension in flight");
            }
            return calls + one;
        });
    }

    private void leave(String extensionId) {
        inFlight.computeIfPresent(extensionId, (id, calls) -> calls == 1 ? null : calls - 1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "xt-callout-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
