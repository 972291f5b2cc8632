package dev.externaltenants.userflow.circuit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    /** The subject of calls that are about nobody, of which one may try in a pause. */
    private static final String ANYBODY = "";

    private final Map<String, Ailing> ailing = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ailing> eldest) {
            return size() > MAX_SERVERS;
        }
    };

    /** Returns whether to call; of the callers after the pause, one may try. */
    public boolean admits(String serverId) {
        return admits(serverId, ANYBODY);
    }

    /**
     * Returns whether to call on behalf of a subject; after the pause, as many subjects may try as have to fail, each once in
     * a pause: the one for whom the server always fails must not take the only turn.
     *
     * @param subject whom the call is about
     */
    public synchronized boolean admits(String serverId, String subject) {
        Ailing state = ailing.get(serverId);
        if (state == null || !state.isOpen()) {
            return true;
        }
        if (Time.currentTimeMillis() >= state.openUntil()) {
            // An answer closes the circuit; until then, and if it never comes, the others wait for another pause.
            ailing.put(serverId, Ailing.openedNow(Set.of(subject)));
            return true;
        }
        if (ANYBODY.equals(subject) || state.isFull() || state.subjects().contains(subject)) {
            return false;
        }
        ailing.put(serverId, state.with(subject));
        return true;
    }

    /** The server answered, well or not: it is alive. Returns whether that closed the circuit. */
    public synchronized boolean answered(String serverId) {
        Ailing before = ailing.remove(serverId);
        return before != null && before.isOpen();
    }

    /**
     * The server could not be reached, or showed otherwise that it is down, whoever asked. Returns whether that opened the
     * circuit.
     */
    public boolean failed(String serverId) {
        return failedFor(serverId, new Object());
    }

    /**
     * The server said nothing in time, or an error of its own, which may be due to whom it was asked about: further failures
     * of the same subject do not count. Returns whether that opened the circuit.
     */
    public boolean failed(String serverId, String subject) {
        return failedFor(serverId, subject);
    }

    private synchronized boolean failedFor(String serverId, Object subject) {
        Ailing before = ailing.getOrDefault(serverId, Ailing.NOT_YET);
        if (before.isOpen()) {
            // begun before it opened, or a try, whose pause runs already
            return false;
        }
        Ailing after = before.with(subject);
        ailing.put(serverId, after.isFull() ? Ailing.openedNow(after.subjects()) : after);
        return after.isFull();
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
     * @param subjects for whom it failed since its last answer; once it is open, those who had their turn in this pause
     * @param openUntil in milliseconds, or 0 where the circuit is closed
     */
    private record Ailing(Set<Object> subjects, long openUntil) {

        private static final Ailing NOT_YET = new Ailing(Set.of(), 0);

        static Ailing openedNow(Set<Object> subjects) {
            return new Ailing(subjects, Time.currentTimeMillis() + OPEN_MILLISECONDS);
        }

        boolean isOpen() {
            return openUntil > 0;
        }

        boolean isFull() {
            return subjects.size() >= FAILURES_TO_OPEN;
        }

        Ailing with(Object subject) {
            Set<Object> more = new HashSet<>(subjects);
            more.add(subject);
            return new Ailing(more, openUntil);
        }
    }
}
