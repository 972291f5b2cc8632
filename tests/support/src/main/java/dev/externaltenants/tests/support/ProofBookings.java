package dev.externaltenants.tests.support;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * What Keycloak's attack detection has still to book of proofs that were answered. Until it has, which another thread does
 * behind the answer, it refuses every further proof of the same user, the right one as well.
 */
final class ProofBookings {

    // As in Keycloak's DefaultBlockingBruteForceProtector: the thread that checks a user's proof, with this ending once
    // another has its outcome to book, and then nothing until that is done.
    private static final String ATTEMPTS = "loginAttempts";
    private static final String BOOKED_ELSEWHERE = "#brute_force_started";

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Map<?, ?> attempts;

    private ProofBookings(Map<?, ?> attempts) {
        this.attempts = attempts;
    }

    static ProofBookings of(KeycloakSession session) throws ReflectiveOperationException {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        Field field = protector.getClass().getDeclaredField(ATTEMPTS);
        field.setAccessible(true);
        return new ProofBookings((Map<?, ?>) field.get(protector));
    }

    /**
     * Returns when all that is to be booked now has been.
     *
     * @throws IllegalStateException after ten seconds
     */
    void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (Object user : users()) {
            while (isOpen(user)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Keycloak does not book the proofs of user " + user);
                }
                Thread.sleep(1);
            }
        }
    }

    private List<Object> users() {
        synchronized (attempts) {
            return List.copyOf(attempts.keySet());
        }
    }

    private boolean isOpen(Object user) {
        return attempts.get(user) instanceof String thread && (thread.isEmpty() || thread.endsWith(BOOKED_ELSEWHERE));
    }
}
