package dev.externaltenants.themes.branding;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The files that this node read last, so that pictures of a busy tenant cost no SQL. A hash never means other bytes. */
final class FileCache {

    /** Some hundred logos, or some dozen backgrounds. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** More than all that six brands show at the limits of their pictures, and no tenant drives out the others' files. */
    static final int MOST_OF_A_TENANT = MOST_BYTES / 4;

    private final Map<Key, BrandFile> files = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Integer> bytesOfTenants = new HashMap<>();
    private int bytes;

    private record Key(String realmId, String hash) {}

    Optional<BrandFile> get(String realmId, String hash, Supplier<Optional<BrandFile>> source) {
        Key key = new Key(realmId, hash);
        Optional<BrandFile> kept = kept(key);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<BrandFile> found = source.get();
        found.ifPresent(file -> keep(key, file));
        return found;
    }

    private synchronized Optional<BrandFile> kept(Key key) {
        return Optional.ofNullable(files.get(key));
    }

    private synchronized void keep(Key key, BrandFile file) {
        if (files.put(key, file) == null) {
            count(key, file.content().length);
        }
        forgetOldest(
                other -> other.realmId().equals(key.realmId()),
                () -> bytesOfTenants.getOrDefault(key.realmId(), 0) > MOST_OF_A_TENANT);
        forgetOldest(other -> true, () -> bytes > MOST_BYTES);
    }

    private void forgetOldest(Predicate<Key> among, BooleanSupplier isTooMuch) {
        Iterator<Map.Entry<Key, BrandFile>> oldestFirst = files.entrySet().iterator();
        while (isTooMuch.getAsBoolean() && oldestFirst.hasNext()) {
            Map.Entry<Key, BrandFile> oldest = oldestFirst.next();
            if (among.test(oldest.getKey())) {
                oldestFirst.remove();
                count(oldest.getKey(), -oldest.getValue().content().length);
            }
        }
    }

    private void count(Key key, int added) {
        bytes += added;
        bytesOfTenants.merge(key.realmId(), added, (before, more) -> before + more == 0 ? null : before + more);
    }
}
