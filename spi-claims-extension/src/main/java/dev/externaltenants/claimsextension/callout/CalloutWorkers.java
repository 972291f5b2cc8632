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
 * interrupted, as in name resolution. Bounded as a whole, per tenant, per extension and per customer: a slow API leaves room
 * for the tenant's others, those of a tenant for other tenants, and a customer who calls again and again for other customers.
 */
final class CalloutWorkers implements AutoCloseable {

    /** Below Keycloak's default of 100 database connections, of which each call may hold one. */
    static final int DEFAULT_MAX_IN_FLIGHT = 64;

    private final int maxPerTenant;
    private final int maxPerExtension;
    private final int maxPerSubject;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** Calls under way; who has none has no entry, so deleted extensions and tenants leave nothing behind. */
    private final Map<String, Integer> byTenant = new ConcurrentHashMap<>();

    private final Map<Caller, Integer> byExtension = new ConcurrentHashMap<>();

    private final Map<Caller, Integer> bySubject = new ConcurrentHashMap<>();

    /**
     * For whom a call is made.
     *
     * @param subject whom it is about, or null where it is about nobody
     */
    record Caller(String tenantId, String extensionId, String subject) {

        /** Of a call that is about nobody. */
        Caller(String tenantId, String extensionId) {
            this(tenantId, extensionId, null);
        }

        static Caller of(CalloutRequest request) {
            return new Caller(request.tenantId(), request.extension().id());
        }

        Caller about(String whom) {
            return new Caller(tenantId, extensionId, whom);
        }
    }

    /**
     * @param maxInFlight on this node, at least 4; half of it for one tenant, a quarter for one extension, and a quarter of
     *     that, but one at least, for one customer
     */
    CalloutWorkers(int maxInFlight) {
        maxPerTenant = maxInFlight / 2;
        maxPerExtension = maxInFlight / 4;
        maxPerSubject = Math.max(1, maxPerExtension / 4);
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
        return byExtension.size() + byTenant.size() + bySubject.size();
    }

    /** Returns how many threads there are, at work or waiting for some. */
    int size() {
        return threads.getPoolSize();
    }

    private void enter(Caller caller) {
        if (caller.subject() != null) {
            enter(bySubject, caller, maxPerSubject);
        }
        try {
            enter(byTenant, caller.tenantId(), maxPerTenant);
            try {
                enter(byExtension, caller.about(null), maxPerExtension);
            } catch (RejectedExecutionException e) {
                leave(byTenant, caller.tenantId());
                throw e;
            }
        } catch (RejectedExecutionException e) {
            leave(bySubject, caller);
            throw e;
        }
    }

    private void leave(Caller caller) {
        leave(byExtension, caller.about(null));
        leave(byTenant, caller.tenantId());
        leave(bySubject, caller);
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
