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
        for (String realm : new String[] {"a", "b", "c", "d"}) {
            get(realm, "x", QUARTER);
        }
        get("a", "x", QUARTER);
        get("e", "x", QUARTER);

        get("a", "x", QUARTER);
        assertThat(reads).hasValue(5);
        get("b", "x", QUARTER);
        assertThat(reads).hasValue(6);
    }

    /** Whoever has large pictures, or asks for all that a tenant ever had. */
    @Test
    void noTenantDrivesOutTheFilesOfAnother() {
        get("other", "logo", 10);
        for (int i = 0; i < 10; i++) {
            get("realm", "background-" + i, QUARTER / 2);
        }
        int before = reads.get();

        get("other", "logo", 10);
        get("realm", "background-9", QUARTER / 2);
        assertThat(reads).hasValue(before);
        get("realm", "background-7", QUARTER / 2);
        assertThat(reads).hasValue(before + 1);
    }

    private void get(String realm, String hash, int size) {
        cache.get(realm, hash, () -> {
            reads.incrementAndGet();
            return Optional.of(BrandFile.of("image/png", new byte[size]));
        });
    }
}
