package dev.externaltenants.themes.branding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What this node computed last. A value is kept under all that it is computed from, so a change asks for another one, on
 * every node, and nobody needs to tell.
 *
 * @param <K> what it is computed from, which nobody changes
 */
public final class ComputedCache<K, V> {

    private final int most;
    private final Function<K, V> source;
    private final Map<K, V> values = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param most how many values are kept
     * @param source computes one, never null, from its key alone
     */
    public ComputedCache(int most, Function<K, V> source) {
        this.most = most;
        this.source = source;
    }

    /** Returns the value, which is computed unless it is kept. */
    public V of(K key) {
        V kept = kept(key);
        if (kept != null) {
            return kept;
        }
        // Outside the lock: others go on meanwhile, and two who compute the same get the same.
        V computed = source.apply(key);
        keep(key, computed);
        return computed;
    }

    private synchronized V kept(K key) {
        return values.get(key);
    }

    private synchronized void keep(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
    }
}
