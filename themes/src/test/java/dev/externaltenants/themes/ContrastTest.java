package dev.externaltenants.themes;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** WCAG 2.2 AA: 4.5 to 1 for text (1.4.3), 3 to 1 for the edges of controls (1.4.11), light and dark. */
final class ContrastTest {

    private static final Pattern COLOR = Pattern.compile("--xt-color-([a-z-]+):#([0-9a-f]{3,6})[;}]");

    @ParameterizedTest
    @CsvSource({
        "text, surface, 4.5",
        "text, canvas, 4.5",
        "muted, surface, 4.5",
        "muted, canvas, 4.5",
        "accent, surface, 4.5",
        "accent-strong, surface, 4.5",
        "on-accent, accent, 4.5",
        "on-accent, accent-strong, 4.5",
        "danger, surface, 4.5",
        "surface, warning, 4.5",
        "surface, success, 4.5",
        "control, surface, 3",
        "accent, canvas, 3"
    })
    void isEnoughInBothModes(String one, String other, double least) throws IOException {
        String[] modes = stylesheet().split("@media \\(prefers-color-scheme:dark\\)", 2);
        for (String mode : modes) {
            Map<String, String> colors = colors(mode);
            assertThat(ratio(colors.get(one), colors.get(other))).isGreaterThanOrEqualTo(least);
        }
    }

    private static String stylesheet() throws IOException {
        try (InputStream css = Page.LOGIN.getResourceAsStream("css/xt.css")) {
            return new String(css.readAllBytes(), UTF_8);
        }
    }

    private static Map<String, String> colors(String css) {
        Map<String, String> colors = new HashMap<>();
        COLOR.matcher(css).results().forEach(hit -> colors.put(hit.group(1), hit.group(2)));
        return colors;
    }

    private static double ratio(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String hex) {
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * channel(full, 0) + 0.7152 * channel(full, 2) + 0.0722 * channel(full, 4);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
