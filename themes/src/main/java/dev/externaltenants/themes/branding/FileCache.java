package dev.externaltenants.themes.branding;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The files that this node read last, so that pictures of a busy tenant cost no SQL. A hash never means other bytes. */
final class FileCache {

    /** Some hundred logos, or some dozen backgrounds. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Map<Key, BrandFile> files = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

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
            bytes += file.content().length;
        }
        Iterator<BrandFile> oldestFirst = files.values().iterator();
        while (bytes > MOST_BYTES && oldestFirst.hasNext()) {
            bytes -= oldestFirst.next().content().length;
            oldestFirst.remove();
        }
    }
}
