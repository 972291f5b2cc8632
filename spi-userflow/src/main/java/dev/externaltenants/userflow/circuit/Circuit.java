package dev.externaltenants.userflow.circuit;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.common.util.Time;

/**
 * Leaves a server alone for a while when call after call shows that it is down, so that customers need not wait for its
 * timeouts and it can recover. Each node judges for itself; servers that are well take no memory.
 */
public final class Circuit {

    public static final int FAILURES_TO_OPEN = 5;
    public static final int OPEN_MILLISECONDS = 10_000;

    /** Who was deleted is never heard of again, so the one silent for longest goes first. */
    static final int MAX_SERVERS = 10_000;

    private final Map<String, Ailing> ailing = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ailing> eldest) {
            return size() > MAX_SERVERS;
        }
    };

    /** Returns whether to call; of the callers after the pause, one may try. */
    public synchronized boolean admits(String serverId) {
        Ailing state = ailing.get(serverId);
        if (state == null || !state.isOpen()) {
            return true;
        }
        if (Time.currentTimeMillis() < state.openUntil()) {
            return false;
        }
        // Its answer closes the circuit; until then, and if it never comes, the others wait for another pause.
        ailing.put(serverId, state.openedNow());
        return true;
    }

    /** The server answered, well or not: it is alive. Returns whether that closed the circuit. */
    public synchronized boolean answered(String serverId) {
        Ailing before = ailing.remove(serverId);
        return before != null && before.isOpen();
    }

    /** The server could not be reached, said nothing in time, or an error of its own. Returns whether that opened the circuit. */
    public synchronized boolean failed(String serverId) {
        Ailing before = ailing.getOrDefault(serverId, Ailing.NOT_YET);
        if (before.isOpen()) {
            // begun before it opened, or the one try, whose pause runs already
            return false;
        }
        Ailing after = before.afterOneMore();
        ailing.put(serverId, after.isOpen() ? after.openedNow() : after);
        return after.isOpen();
    }

    /** Returns how many servers are not called right now. */
    public synchronized long leftAlone() {
        long now = Time.currentTimeMillis();
        return ailing.values().stream()
                .filter(state -> state.isOpen() && now < state.openUntil())
                .count();
    }

    synchronized int size() {
        return ailing.size();
    }

    /**
     * A server whose last calls failed.
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
