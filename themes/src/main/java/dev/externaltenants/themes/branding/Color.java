package dev.externaltenants.themes.branding;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A colour, and how it stands out against another, by the formulas of WCAG 2.2 ("relative luminance", "contrast ratio").
 */
record Color(int red, int green, int blue) {

    static final Color BLACK = new Color(0, 0, 0);
    static final Color WHITE = new Color(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Fine enough that a colour is not changed more than the eye notices, and few enough to be quick. */
    private static final int STEPS = 100;

    /** Returns the colour of {@code #rgb} or {@code #rrggbb}, or nothing. */
    static Optional<Color> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        String digits = hex.length() == 4 ? hex.substring(1).replaceAll("[0-9a-fA-F]", "$0$0") : hex.substring(1);
        int value = Integer.parseInt(digits, 16);
        return Optional.of(new Color(value >> 16, value >> 8 & 0xFF, value & 0xFF));
    }

    /** For what was checked when it came in, and for our own. */
    static Color of(String hex) {
        return parse(hex).orElseThrow(() -> new IllegalArgumentException("No colour: " + hex));
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    double contrastTo(Color other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** @param share of the other colour, from 0 to 1 */
    Color mixed(Color other, double share) {
        return new Color(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** Returns this colour, or the nearest on the way to the end that has at least this contrast to all others. */
    Color readable(double least, Color end, Color... others) {
        for (int step = 0; step < STEPS; step++) {
            Color tried = mixed(end, step / (double) STEPS);
            if (Stream.of(others).allMatch(other -> tried.contrastTo(other) >= least)) {
                return tried;
            }
        }
        return end;
    }

    /** Returns that of the two that stands out more against this one. */
    Color better(Color one, Color other) {
        return contrastTo(one) >= contrastTo(other) ? one : other;
    }
}
