package dev.externaltenants.emailotp;

import org.keycloak.models.SingleUseObjectProvider;

/** Taking a key of the store that only one in the cluster can have at a time. */
final class Taking {

    private Taking() {}

    /**
     * Takes the key for so many seconds; false when it is taken.
     *
     * <p>It looks before it writes: when the node that leads a key dies under the write, Infinispan writes once more and
     * takes a value that equals its own for the one it wrote before. The values of all who take a key are equal, so for
     * a moment after a node's death a key that is taken could be had again.
     */
    static boolean take(SingleUseObjectProvider store, String key, long seconds) {
        return !store.contains(key) && store.putIfAbsent(key, seconds);
    }
}
