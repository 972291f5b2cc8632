package dev.externaltenants.themes.branding;

import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.common.util.Time;

/**
 * How often a node asks the database for a file in vain. Addresses of files are open to everybody, and who makes some up
 * should cost no statement each. Yet no node can know all files by itself: another one may have just stored one, and those
 * that open pages of before name are in the table only.
 */
final class MissBudget {

    /** Pages of before have some files each, and hardly any of them is gone. */
    static final int IN_A_SECOND = 10;

    private static final int MOST_TENANTS = 1000;

    private final Map<Key, Misses> misses = new LinkedHashMap<>(64, 0.75f, true);

    /** @param isNamed whether a brand names the file: those must not lack what others spent */
    private record Key(String realmId, boolean isNamed) {}

    private record Misses(long second, int count) {}

    synchronized boolean isSpent(String realmId, boolean isNamed) {
        Misses last = misses.get(new Key(realmId, isNamed));
        return last != null && last.second() == now() && last.count() >= IN_A_SECOND;
    }

    synchronized void spend(String realmId, boolean isNamed) {
        long now = now();
        misses.merge(
                new Key(realmId, isNamed),
                new Misses(now, 1),
                (last, one) -> last.second() == now ? new Misses(now, last.count() + 1) : one);
        if (misses.size() > MOST_TENANTS) {
            misses.remove(misses.keySet().iterator().next());
        }
    }

    private static long now() {
        return Time.currentTimeMillis() / 1000;
    }
}
