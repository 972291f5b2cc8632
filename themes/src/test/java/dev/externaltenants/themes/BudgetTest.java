package dev.externaltenants.themes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

import dev.externaltenants.themes.sample.Screens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A page of ours costs at most 25 kB and 4 requests, uncompressed and cold. */
final class BudgetTest {

    private static final Pattern LOADED = Pattern.compile("<(?:link|script|img)[^>]*(?:href|src)=\"([^\"]+)\"");

    @ParameterizedTest
    @MethodSource("names")
    void everyPageStaysWithinTheBudget(String name) throws IOException {
        String html = Page.of(Screens.find(name).orElseThrow()).render();
        List<String> loaded =
                LOADED.matcher(html).results().map(hit -> hit.group(1)).toList();

        int bytes = html.getBytes(UTF_8).length;
        for (String path : loaded) {
            bytes += size(path);
        }

        assertThat(loaded).hasSizeLessThan(4);
        assertThat(bytes).isLessThan(25_000);
    }

    @Test
    void theStylesheetIsServedInLessThanFifteenKilobytes() throws IOException {
        assertThat(size("resources/css/xt.css")).isLessThanOrEqualTo(15_000);
    }

    @Test
    void nothingOnAPageMoves() throws IOException {
        assertThat(stylesheet()).doesNotContain("animation").doesNotContain("transition");
    }

    static List<String> names() {
        return PagesTest.names();
    }

    private static String stylesheet() throws IOException {
        try (InputStream css = Page.LOGIN.getResourceAsStream("css/xt.css")) {
            return new String(css.readAllBytes(), UTF_8);
        }
    }

    private static int size(String path) throws IOException {
        assertThat(path).startsWith("resources/");
        try (InputStream resource = Page.LOGIN.getResourceAsStream(path.substring("resources/".length()))) {
            byte[] content = resource.readAllBytes();
            assertThat(new String(content, UTF_8)).doesNotContain("url(").doesNotContain("@import");
            return content.length;
        }
    }
}
