package dev.externaltenants.claimsextension.callout;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.common.util.Time;

/**
 * Leaves an API alone for a while when call after call shows that it is down, so that customers need not wait for its
 * timeouts and it can recover. Each node judges for itself; extensions that are well take no memory.
 */
final class Circuit {

    static final int FAILURES_TO_OPEN = 5;
    static final int OPEN_MILLISECONDS = 10_000;

    /** Deleted extensions are never heard of again, so the one silent for longest goes first. */
    static final int MAX_EXTENSIONS = 10_000;

    private final Map<String, Ailing> ailing = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ailing> eldest) {
            return size() > MAX_EXTENSIONS;
        }
    };

    /** Returns whether to call; of the callers after the pause, one may try. */
    synchronized boolean admits(String extensionId) {
        Ailing state = ailing.get(extensionId);
        if (state == null || !state.isOpen()) {
            return true;
        }
        if (Time.currentTimeMillis() < state.openUntil()) {
            return false;
        }
        // Its answer closes the circuit; until then, and if it never comes, the others wait for another pause.
        ailing.put(extensionId, state.openedNow());
        return true;
    }

    /** The API answered, well or not: it is alive. Returns whether that closed the circuit. */
    synchronized boolean answered(String extensionId) {
        Ailing before = ailing.remove(extensionId);
        return before != null && before.isOpen();
    }

    /** The API could not be reached, said nothing in time, or an error of its own. Returns whether that opened the circuit. */
    synchronized boolean failed(String extensionId) {
        Ailing before = ailing.getOrDefault(extensionId, Ailing.NOT_YET);
        if (before.isOpen()) {
            // begun before it opened, or the one try, whose pause runs already
            return false;
        }
        Ailing after = before.afterOneMore();
        ailing.put(extensionId, after.isOpen() ? after.openedNow() : after);
        return after.isOpen();
    }

    /** Returns how many APIs are not called right now. */
    synchronized long leftAlone() {
        long now = Time.currentTimeMillis();
        return ailing.values().stream()
                .filter(state -> state.isOpen() && now < state.openUntil())
                .count();
    }

    synchronized int size() {
        return ailing.size();
    }

    /**
     * An extension whose last calls failed.
     *
     * @param failures in a row
     * @param openUntil in milliseconds, where the circuit is open
     */
    private record Ailing(int failures, long openUntil) {

        private static final Ailing NOT_YET = new Ailing(0, 0);

        boolean isOpen() {
            return failures >= FAILURES_TO_OPEN;
        }

        Ailing afterOneMore() {
            return new Ailing(failures + 1, openUntil);
        }

        Ailing openedNow() {
            return new Ailing(failures, Time.currentTimeMillis() + OPEN_MILLISECONDS);
        }
    }
}
