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
 * interrupted, as in name resolution. Bounded as a whole, per tenant
 * and per extension: a slow API leaves room for the tenant's others, and those of a tenant for other tenants.
 */
final class CalloutWorkers implements AutoCloseable {

    /** Below Keycloak's default of 100 database connections, of which each call may hold one. */
    static final int DEFAULT_MAX_IN_FLIGHT = 64;

    private final int maxPerTenant;
    private final int maxPerExtension;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** Calls under way; who has none has no entry, so deleted extensions and tenants leave nothing behind. */
    private final Map<String, Integer> byTenant = new ConcurrentHashMap<>();

    private final Map<Caller, Integer> byExtension = new ConcurrentHashMap<>();

    /** For whom a call is made. */
    record Caller(String tenantId, String extensionId) {

        static Caller of(CalloutRequest request) {
            return new Caller(request.tenantId(), request.extension().id());
        }
    }

    /** @param maxInFlight on this node, at least 4; half of it for one tenant, and a quarter for one extension */
    CalloutWorkers(int maxInFlight) {
        maxPerTenant = maxInFlight / 2;
        maxPerExtension = maxInFlight / 4;
        threads =
                new ThreadPoolExecutor(0, maxInFlight, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::newThread);
    }

    /** @throws RejectedExecutionException when too much is in flight */
    <T> Future<T> submit(Caller caller, Callable<T> exchange) {
        enter(caller);
        try {
            return threads.submit(() -> {
                try {
                    return exchange.call();
                } finally {
                    leave(caller);
                }
            });
        } catch (RejectedExecutionException e) {
            leave(caller);
            throw e;
        }
    }

    int extensionsInFlight() {
        return byExtension.size() + byTenant.size();
    }

    /** Returns how many threads there are, at work or waiting for some. */
    int size() {
        return threads.getPoolSize();
    }

    private void enter(Caller caller) {
        enter(byTenant, caller.tenantId(), maxPerTenant);
        try {
            enter(byExtension, caller, maxPerExtension);
        } catch (RejectedExecutionException e) {
            leave(byTenant, caller.tenantId());
            throw e;
        }
    }

    private void leave(Caller caller) {
        leave(byExtension, caller);
        leave(byTenant, caller.tenantId());
    }

    private static <K> void enter(Map<K, Integer> inFlight, K caller, int max) {
        inFlight.merge(caller, 1, (calls, one) -> {
            if (calls >= max) {
                throw new RejectedExecutionException("Too many calls in flight");
            }
            return calls + one;
        });
    }

    private static <K> void leave(Map<K, Integer> inFlight, K caller) {
        inFlight.computeIfPresent(caller, (known, calls) -> calls == 1 ? null : calls - 1);
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
