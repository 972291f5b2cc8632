package dev.externaltenants.themes.branding;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FileCacheTest {

    private static final int QUARTER = FileCache.MOST_BYTES / 4;

    private final FileCache cache = new FileCache();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAFileOnce() {
        get("realm", "a", 10);
        get("realm", "a", 10);

        assertThat(reads).hasValue(1);
    }

    @Test
    void keepsTenantsApart() {
        get("realm", "a", 10);
        get("other", "a", 10);

        assertThat(reads).hasValue(2);
    }

    @Test
    void asksAgainForWhatWasNotThere() {
        assertThat(cache.get("realm", "a", Optional::empty)).isEmpty();
        get("realm", "a", 10);

        assertThat(reads).hasValue(1);
    }

    @Test
    void forgetsWhatWasReadLongestAgoWhenItIsFull() {
        for (String hash : new String[] {"a", "b", "c", "d"}) {
            get("realm", hash, QUARTER);
        }
        get("realm", "a", QUARTER);
        get("realm", "e", QUARTER);

        get("realm", "a", QUARTER);
        assertThat(reads).hasValue(5);
        get("realm", "b", QUARTER);
        assertThat(reads).hasValue(6);
    }

    private void get(String realm, String hash, int size) {
        cache.get(realm, hash, () -> {
            reads.incrementAndGet();
            return Optional.of(BrandFile.of("image/png", new byte[size]));
        });
    }
}
