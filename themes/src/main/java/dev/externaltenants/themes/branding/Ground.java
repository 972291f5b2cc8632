package dev.externaltenants.themes.branding;

/**
 * What {@code css/xt.css} has in one mode for what no brand changes, and for what a brand leaves out.
 *
 * @param surface of the card
 * @param canvas of the page around the card
 * @param text of what is written on both
 * @param muted of what is said by the way, on both
 * @param accent neutral
 * @param end to which a link is shifted until it reads on the card
 */
record Ground(Color surface, Color canvas, Color text, Color muted, Color accent, Color end) {

    static final Ground LIGHT = of("#ffffff", "#f3f5f6", "#182026", "#55626c", "#0f6b62", Color.BLACK);
    static final Ground DARK = of("#192027", "#10151a", "#e8edf0", "#a7b3bc", "#7fd6c8", Color.WHITE);

    private static Ground of(String surface, String canvas, String text, String muted, String accent, Color end) {
        return new Ground(Color.of(surface), Color.of(canvas), Color.of(text), Color.of(muted), Color.of(accent), end);
    }

    /**
     * Returns the canvas for a brand's background. That is itself, unless it is too pale for a dark page: then it is darkened
     * until text reads on it as on the neutral one, so that the card is the lighter of the two.
     */
    Color canvasOf(Color background) {
        boolean isDarkEnough =
                muted.contrastTo(background) >= Contrast.TEXT && background.luminance() < muted.luminance();
        return equals(LIGHT) || isDarkEnough
                ? background
                : background.readable(text.contrastTo(canvas), Color.BLACK, text);
    }
}
