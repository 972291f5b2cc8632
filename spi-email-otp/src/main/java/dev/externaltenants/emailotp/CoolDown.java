package dev.externaltenants.emailotp;

import java.util.Map;

import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * The pause between two mails to one address for one purpose.
 *
 * <p>The lock is what holds. The note beside it only tells how long the pause lasts and whose it is: a lock that is
 * taken atomically carries no data, and giving it some by {@code replace} would make it immortal in Infinispan.
 */
final class CoolDown {

    private static final String UNTIL = "until";
    private static final String MAIL = "mail";

    private final SingleUseObjectProvider store;
    private final String lockKey;
    private final int seconds;

    CoolDown(SingleUseObjectProvider store, String lockKey, int seconds) {
        this.store = store;
        this.lockKey = lockKey;
        this.seconds = seconds;
    }

    /** Starts the pause; false when one is running. */
    boolean start() {
        return Taking.take(store, lockKey, seconds);
    }

    /** Ends the pause that this request started. */
    void end() {
        store.remove(lockKey);
    }

    /** Says, from commit on, for which mail the pause was started, and returns when it ends. */
    long describe(String mailId) {
        long until = Time.currentTimeSeconds() + seconds;
        store.put(noteKey(lockKey), seconds, Map.of(UNTIL, Long.toString(until), MAIL, mailId));
        return until;
    }

    /** Returns how long the running pause lasts, 0 when there is none. */
    int secondsLeft() {
        if (!store.contains(lockKey)) {
            return 0;
        }
        Map<String, String> note = store.get(noteKey(lockKey));
        long left = note == null ? seconds : Long.parseLong(note.get(UNTIL)) - Time.currentTimeSeconds();
        return (int) Math.max(1, Math.min(left, seconds));
    }

    String lockKey() {
        return lockKey;
    }

    /** Ends the pause if this mail started it, and not a later one. */
    static void endFor(SingleUseObjectProvider store, String lockKey, String mailId) {
        Map<String, String> note = store.get(noteKey(lockKey));
        if (note != null && mailId.equals(note.get(MAIL)) && store.remove(noteKey(lockKey)) != null) {
            store.remove(lockKey);
        }
    }

    private static String noteKey(String lockKey) {
        return lockKey + ".note";
    }
}
