package dev.externaltenants.emailotp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** The store of all nodes, with Infinispan's habits: {@code put} waits for the commit, the rest is at once and atomic. */
final class FakeCluster {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Called with the key before an atomic write, to hold threads where a race would hurt most. */
    private volatile Consumer<String> beforeWrite = key -> {};

    private record Entry(Map<String, String> notes, long expiresAt) {

        boolean alive() {
            return expiresAt > Time.currentTimeSeconds();
        }
    }

    Store begin() {
        return new Store();
    }

    /** Lets the first writers of such keys go on only when that many of them have come. */
    void gather(int writers, String keyPrefix) {
        CountDownLatch all = new CountDownLatch(writers);
        beforeWrite = key -> {
            if (key.startsWith(keyPrefix)) {
                all.countDown();
                await(all);
            }
        };
    }

    private static void await(CountDownLatch all) {
        try {
            if (!all.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not all writers came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Stream<String> keysAndValues() {
        return entries.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
    }

    /** One transaction's view. */
    final class Store implements SingleUseObjectProvider {

        private final Map<String, Entry> pending = new ConcurrentHashMap<>();

        void commit() {
            entries.putAll(pending);
            pending.clear();
        }

        @Override
        public void put(String key, long seconds, Map<String, String> notes) {
            if (pending.put(key, entry(seconds, notes)) != null) {
                throw new IllegalStateException("Can't add session: task in progress for session");
            }
        }

        @Override
        public Map<String, String> get(String key) {
            Entry entry = pending.getOrDefault(key, entries.get(key));
            return entry == null || !entry.alive() ? null : entry.notes();
        }

        @Override
        public Map<String, String> remove(String key) {
            beforeWrite.accept(key);
            Entry removed = entries.remove(key);
            return removed == null || !removed.alive() ? null : removed.notes();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException("it would make the entry immortal");
        }

        @Override
        public boolean putIfAbsent(String key, long seconds) {
            beforeWrite.accept(key);
            AtomicBoolean put = new AtomicBoolean();
            entries.compute(key, (k, current) -> {
                put.set(current == null || !current.alive());
                return put.get() ? entry(seconds, Map.of()) : current;
            });
            return put.get();
        }

        @Override
        public boolean contains(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.alive();
        }

        @Override
        public void close() {
            // nothing is held
        }

        private Entry entry(long seconds, Map<String, String> notes) {
            if (seconds <= 0) {
                throw new IllegalArgumentException("lifespan must be positive");
            }
            return new Entry(notes, Time.currentTimeSeconds() + seconds);
        }
    }
}
