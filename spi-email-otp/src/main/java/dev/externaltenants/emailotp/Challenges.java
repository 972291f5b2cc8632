package dev.externaltenants.emailotp;

import java.util.Map;
import java.util.Optional;

import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** The stored challenges: hashes only, each of which dies by age, by use, or by its successor. */
final class Challenges {

    private static final String KEY = "xt.otp.challenge.";
    private static final String CODE_HASH = "code";
    private static final String SCOPE_HASH = "scope";
    private static final String EXPIRES_AT = "expiresAt";

    private final SingleUseObjectProvider store;

    Challenges(SingleUseObjectProvider store) {
        this.store = store;
    }

    /**
     * A code that waits to be typed.
     *
     * @param scopeHash tells whose it is without a code
     */
    record Challenge(String codeHash, String scopeHash, long expiresAt) {}

    /** Stores the challenge, from commit on. */
    void store(String id, Challenge challenge) {
        Map<String, String> notes = Map.of(
                CODE_HASH, challenge.codeHash(),
                SCOPE_HASH, challenge.scopeHash(),
                EXPIRES_AT, Long.toString(challenge.expiresAt()));
        store.put(KEY + id, challenge.expiresAt() - Time.currentTimeSeconds(), notes);
    }

    /** Returns the challenge if it is alive and of this scope. */
    Optional<Challenge> live(String id, String scopeHash) {
        return Optional.ofNullable(id)
                .map(present -> store.get(KEY + present))
                .map(notes -> new Challenge(
                        notes.get(CODE_HASH), notes.get(SCOPE_HASH), Long.parseLong(notes.get(EXPIRES_AT))))
                // The store's clock and ours may differ; the younger death counts.
                .filter(challenge -> challenge.expiresAt() > Time.currentTimeSeconds())
                .filter(challenge -> Seal.same(challenge.scopeHash(), scopeHash));
    }

    /** Ends the challenge at once; true for the one caller, of all nodes, that ended it. */
    boolean end(String id) {
        return store.remove(KEY + id) != null;
    }
}
