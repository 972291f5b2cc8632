package dev.externaltenants.themes.branding;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ComputedCacheTest {

    private final List<String> computed = new ArrayList<>();
    private final ComputedCache<String, Integer> lengths = new ComputedCache<>(2, text -> {
        computed.add(text);
        return text.length();
    });

    @Test
    void computesAValueOnce() {
        assertThat(lengths.of("page")).isEqualTo(4);
        assertThat(lengths.of("page")).isEqualTo(4);

        assertThat(computed).containsExactly("page");
    }

    @Test
    void forgetsWhatWasAskedForLongestAgo() {
        lengths.of("a");
        lengths.of("bb");
        lengths.of("a");
        lengths.of("ccc");
        computed.clear();

        lengths.of("a");
        lengths.of("bb");

        assertThat(computed).containsExactly("bb");
    }
}
