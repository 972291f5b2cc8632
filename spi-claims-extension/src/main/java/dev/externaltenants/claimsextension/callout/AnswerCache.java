package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.keycloak.common.util.Time;

/**
 * Answers of extensions that may be cached, of all tenants on this node, in memory. The one that was not used for longest goes
 * first: to lose one costs a call.
 */
final class AnswerCache {

    static final int ANSWERS = 10_000;

    /** By an estimate that is rather too high. */
    static final long BYTES = 32L * 1024 * 1024;

    /** What is over is looked for that often, so that nothing of a customer stays who does not come back. */
    private static final long SWEEP_MILLISECONDS = 60_000;

    /** Of the map, the key and the answer as objects. */
    private static final int BYTES_OF_AN_ENTRY = 512;

    /** A value of a list is an object of its own, however short. */
    private static final int BYTES_OF_A_LETTER_ANSWERED = 8;

    private static final int BYTES_OF_A_LETTER = 2;

    /** In order of their last use. */
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private long sweepAt;

    /**
     * All that an API is told but the address and the correlation id, so that nothing else can have made it answer so.
     *
     * @param extension as it is set up; the target too, since an import may bring another of the same version
     */
    record Key(
            String tenantId,
            String issuer,
            String listenerId,
            String extension,
            String targetUrl,
            String locale,
            CalloutRequest.App client,
            CalloutRequest.App resource,
            CalloutRequest.User user) {

        static Key of(CalloutRequest request) {
            return new Key(
                    request.tenantId(),
                    request.issuer(),
                    request.listenerId(),
                    request.extension().versionedId(),
                    request.extension().targetUrl(),
                    request.locale(),
                    request.client(),
                    request.resource(),
                    request.user());
        }
    }

    private record Entry(CalloutResult.Answered<?> answer, long until, long bytes) {}

    /** Returns the answer, unless its time is over. */
    @SuppressWarnings("unchecked") // one event alone is cached, whose answers are all of one type
    synchronized <A> Optional<CalloutResult.Answered<A>> find(Key key) {
        Entry entry = entries.get(key);
        return entry == null || entry.until() <= Time.currentTimeMillis()
                ? Optional.empty()
                : Optional.of((CalloutResult.Answered<A>) entry.answer());
    }

    /** Keeps an answer, unless it alone is too much. */
    synchronized void keep(Key key, CalloutResult.Answered<?> answer, Duration time) {
        long now = Time.currentTimeMillis();
        sweep(now);
        Entry entry = new Entry(answer, now + time.toMillis(), size(key, answer));
        Entry before = entries.put(key, entry);
        bytes += entry.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > ANSWERS || bytes > BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    synchronized void forget(String tenantId) {
        entries.keySet().removeIf(key -> key.tenantId().equals(tenantId));
        count();
    }

    synchronized int size() {
        return entries.size();
    }

    private void sweep(long now) {
        if (now >= sweepAt) {
            entries.values().removeIf(entry -> entry.until() <= now);
            count();
            sweepAt = now + SWEEP_MILLISECONDS;
        }
    }

    private void count() {
        bytes = entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    private static long size(Key key, CalloutResult.Answered<?> answer) {
        return BYTES_OF_AN_ENTRY
                + (long) BYTES_OF_A_LETTER * key.toString().length()
                + (long) BYTES_OF_A_LETTER_ANSWERED * answer.toString().length();
    }
}
