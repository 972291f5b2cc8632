package dev.externaltenants.claimsextension.callout;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.common.util.Time;

/** Access tokens that authorization servers gave us, until shortly before their end. */
final class GrantedTokens {

    /** Times the longest token some 14 MB; the one unused for longest goes first. */
    static final int MAX_TOKENS = 2000;

    private static final int MAX_SECONDS = 3600;

    /** Long enough for a call, and for clocks that differ a little. */
    private static final int LEFT_SECONDS = 30;

    private final Map<String, Granted> tokens = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Granted> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    /** Returns a token with time left, or null. */
    synchronized String find(String key) {
        Granted granted = tokens.get(key);
        return granted != null && granted.isUsableAt(Time.currentTimeSeconds()) ? granted.token() : null;
    }

    /** @param seconds that its server gives it; one that says nothing is asked each time */
    synchronized void keep(String key, String token, long seconds) {
        long usable = Math.min(seconds, MAX_SECONDS) - LEFT_SECONDS;
        if (usable > 0) {
            long now = Time.currentTimeSeconds();
            tokens.put(key, new Granted(token, now, now + usable));
        }
    }

    synchronized void drop(String key) {
        tokens.remove(key);
    }

    private record Granted(String token, long from, long until) {

        /** A clock that was set back must not stretch a token's life. */
        boolean isUsableAt(long now) {
            return from <= now && now < until;
        }
    }
}
