package dev.externaltenants.claimsextension.callout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.keycloak.common.util.Time;

/**
 * Access tokens that authorization servers gave us, until shortly before their end. Of calls that need the same at once, one
 * gets it, and the others wait: a server that just came back meets one question of a node, and not one of each sign-in.
 */
final class GrantedTokens {

    /** Times the longest token some 14 MB; the one unused for longest goes first. */
    static final int MAX_TOKENS = 2000;

    private static final int MAX_SECONDS = 3600;

    /** Long enough for a call, and for clocks that differ a little. */
    private static final int LEFT_SECONDS = 30;

    private final Map<String, Kept> tokens = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    /** Tokens that somebody gets right now; a key stays no longer than that takes. */
    private final Map<String, CompletableFuture<String>> underWay = new ConcurrentHashMap<>();

    /** Gets a token from its server. */
    interface Source {

        /** @throws CalloutException when there is none */
        Granted get() throws CalloutException;
    }

    /**
     * What a server granted.
     *
     * @param seconds that it gives the token; one that says nothing is asked each time
     */
    record Granted(String token, long seconds) {}

    /**
     * Returns a token with time left, from the source if there is none.
     *
     * @throws CalloutException as the source throws it, also to those who waited for it; {@link CalloutError#TIMED_OUT}
     *     when it took longer than whoever waits has
     */
    String get(String key, Deadline deadline, Source source) throws CalloutException {
        String known = find(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<String> own = new CompletableFuture<>();
        CompletableFuture<String> others = underWay.putIfAbsent(key, own);
        return others == null ? fetched(key, own, source) : awaited(others, deadline);
    }

    private String fetched(String key, CompletableFuture<String> own, Source source) throws CalloutException {
        try {
            // Who was faster may have kept one between the look and the turn.
            String known = find(key);
            String token = known == null ? kept(key, source.get()) : known;
            own.complete(token);
            return token;
        } catch (CalloutException | RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, own);
        }
    }

    private static String awaited(CompletableFuture<String> others, Deadline deadline) throws CalloutException {
        try {
            return others.get(deadline.leftMilliseconds(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw CalloutException.passing(CalloutError.TIMED_OUT, e).ofTokenEndpoint();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CalloutException.lasting(CalloutError.UNEXPECTED, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CalloutException refused) {
                throw refused;
            }
            throw new IllegalStateException("Who went for the token came back without", e.getCause());
        }
    }

    private String kept(String key, Granted granted) {
        keep(key, granted.token(), granted.seconds());
        return granted.token();
    }

    /** Returns a token with time left, or null. */
    private synchronized String find(String key) {
        Kept kept = tokens.get(key);
        return kept != null && kept.isUsableAt(Time.currentTimeSeconds()) ? kept.token() : null;
    }

    private synchronized void keep(String key, String token, long seconds) {
        long usable = Math.min(seconds, MAX_SECONDS) - LEFT_SECONDS;
        if (usable > 0) {
            long now = Time.currentTimeSeconds();
            tokens.put(key, new Kept(token, now, now + usable));
        }
    }

    synchronized void drop(String key) {
        tokens.remove(key);
    }

    private record Kept(String token, long from, long until) {

        /** A clock that was set back must not stretch a token's life. */
        boolean isUsableAt(long now) {
            return from <= now && now < until;
        }
    }
}
