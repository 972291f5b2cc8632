package dev.externaltenants.emailotp;

import java.security.SecureRandom;
import java.util.OptionalInt;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * At most N in any window, counted across the cluster without a counter: each taking puts one of N slots into the
 * store, atomically, and the slot frees itself when the window has passed.
 *
 * <p>A small budget is probed slot by slot, so it is refused only when every slot is taken. A large one is probed at
 * random, so near its end it may refuse a little early; it never gives more than N.
 */
final class Budget {

    static final int MAX_PROBES = 32;

    private final SingleUseObjectProvider store;
    private final SecureRandom random;
    private final String key;
    private final int size;
    private final long window;

    Budget(SingleUseObjectProvider store, SecureRandom random, String key, int size, long window) {
        this.store = store;
        this.random = random;
        this.key = key;
        this.size = size;
        this.window = window;
    }

    /** Takes a slot and returns its number, or nothing when the budget is used up. */
    OptionalInt take() {
        for (int probe = 0; probe < Math.min(size, MAX_PROBES); probe++) {
            int slot = size <= MAX_PROBES ? probe : random.nextInt(size);
            if (Taking.take(store, slotKey(slot), window)) {
                return OptionalInt.of(slot);
            }
        }
        return OptionalInt.empty();
    }

    /** Gives a slot back that this request took. */
    void giveBack(int slot) {
        store.remove(slotKey(slot));
    }

    String slotKey(int slot) {
        return key + "." + slot;
    }
}
