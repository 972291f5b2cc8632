package dev.externaltenants.themes.branding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.keycloak.common.util.Time;

/**
 * How often a node asks the database for a file in vain. Addresses of files are open to everybody, and who makes some up
 * should cost no statement each. Yet no node can know all files by itself: another one may have just stored one, and those
 * that open pages of before name are in the table only. So when the budget of a second is spent, a list says which are there.
 */
final class MissBudget {

    static final int IN_A_SECOND = 10;

    /** Those that somebody floods; a list has {@link ServedFiles#MOST_FILES} hashes at most. */
    private static final int MOST_TENANTS = 100;

    private final Map<String, Misses> misses = newestLast();
    private final Map<String, Listed> lists = newestLast();

    private record Misses(long second, int count) {}

    private record Listed(long second, Set<String> hashes) {}

    /**
     * Says whether to ask for the file.
     *
     * @param stored gives the hashes of all files that the tenant has; asked once in a second, after that is spent
     */
    boolean allows(String realmId, String hash, Supplier<Set<String>> stored) {
        return !isSpent(realmId) || listed(realmId, stored).contains(hash);
    }

    synchronized void spend(String realmId) {
        long now = now();
        misses.merge(
                realmId,
                new Misses(now, 1),
                (last, one) -> last.second() == now ? new Misses(now, last.count() + 1) : one);
    }

    private synchronized boolean isSpent(String realmId) {
        Misses last = misses.get(realmId);
        return last != null && last.second() == now() && last.count() >= IN_A_SECOND;
    }

    private Set<String> listed(String realmId, Supplier<Set<String>> stored) {
        Listed last;
        synchronized (this) {
            last = lists.get(realmId);
        }
        if (last == null || last.second() != now()) {
            // Outside the lock: other tenants do not wait for this one's database.
            last = new Listed(now(), stored.get());
            synchronized (this) {
                lists.put(realmId, last);
            }
        }
        return last.hashes();
    }

    private static <V> Map<String, V> newestLast() {
        return new LinkedHashMap<>(64, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_TENANTS;
            }
        };
    }

    private static long now() {
        return Time.currentTimeMillis() / 1000;
    }
}
