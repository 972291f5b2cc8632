package dev.externaltenants.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The colours of {@code css/xt.css} by their names, and which of them stand on which. */
public final class StylesheetColors {

    private static final Pattern COLOR = Pattern.compile("(--xt-[a-z-]+):(#[0-9a-f]{3,6}|var\\(--xt-[a-z-]+\\))[;}]");
    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    /** WCAG 2.2 AA: 4.5 to 1 for text (1.4.3), 3 to 1 for the edges of controls (1.4.11). */
    public static final List<Pair> PAIRS = List.of(
            new Pair("--xt-text", "--xt-surface", TEXT),
            new Pair("--xt-text", "--xt-sunken", TEXT),
            new Pair("--xt-muted", "--xt-surface", TEXT),
            new Pair("--xt-danger", "--xt-surface", TEXT),
            new Pair("--xt-surface", "--xt-danger", TEXT),
            new Pair("--xt-surface", "--xt-warning", TEXT),
            new Pair("--xt-surface", "--xt-success", TEXT),
            new Pair("--xt-control", "--xt-surface", EDGE),
            // Links, the sign of a notice, ticks, the edge of a button, the ring around what has the focus.
            new Pair("--xt-color-link", "--xt-surface", TEXT),
            new Pair("--xt-color-link-strong", "--xt-surface", TEXT),
            new Pair("--xt-color-on-accent", "--xt-color-accent", TEXT),
            new Pair("--xt-color-on-accent", "--xt-color-accent-strong", TEXT),
            new Pair("--xt-color-on-canvas", "--xt-color-canvas", TEXT),
            new Pair("--xt-color-on-canvas-muted", "--xt-color-canvas", TEXT),
            new Pair("--xt-color-on-canvas-focus", "--xt-color-canvas", EDGE));

    private StylesheetColors() {}

    /** Two colours that meet, and what WCAG asks for between them. */
    public record Pair(String one, String other, double least) {}

    /** Returns what is said of light pages, over it what is said of dark ones, over that what a brand says. */
    public static Map<String, String> light(Map<String, String> brand) {
        return resolved(light(), brand);
    }

    /** As {@link #light}, in dark. */
    public static Map<String, String> dark(Map<String, String> brand) {
        Map<String, String> colors = light();
        colors.putAll(said(modes()[1]));
        return resolved(colors, brand);
    }

    private static Map<String, String> light() {
        return said(modes()[0]);
    }

    private static Map<String, String> resolved(Map<String, String> said, Map<String, String> brand) {
        Map<String, String> all = new HashMap<>(said);
        all.putAll(brand);
        Map<String, String> colors = new HashMap<>();
        all.keySet().forEach(name -> colors.put(name, value(name, all)));
        return colors;
    }

    private static String value(String name, Map<String, String> all) {
        String value = all.get(name);
        return value.startsWith("var(") ? value(value.substring(4, value.length() - 1), all) : value;
    }

    private static String[] modes() {
        try (InputStream css = Page.LOGIN.getResourceAsStream("css/xt.css")) {
            return new String(css.readAllBytes(), UTF_8).split("@media \\(prefers-color-scheme:dark\\)", 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> said(String css) {
        Map<String, String> colors = new HashMap<>();
        // The first is the page's own; what follows it below is of a part of it, or of those who want more contrast.
        for (Matcher color = COLOR.matcher(css); color.find(); ) {
            colors.putIfAbsent(color.group(1), color.group(2));
        }
        return colors;
    }
}
