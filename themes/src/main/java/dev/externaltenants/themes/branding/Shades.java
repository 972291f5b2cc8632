package dev.externaltenants.themes.branding;

import java.util.stream.Stream;

/**
 * The colours of a brand in one mode. Its own are shown as they are, as grounds, and what stands on them has a colour that
 * reads there; where its accent is itself written on the card, it is shifted until it reads.
 */
record Shades(Brand brand, Ground ground) {

    /** How far what is pressed or pointed at differs from what is not. */
    private static final double STRONGER = 0.22;

    Color canvas() {
        return brand.backgroundColor() == null ? ground.canvas() : ground.canvasOf(Color.of(brand.backgroundColor()));
    }

    Color onCanvas() {
        return readableOn(canvas(), ground.text());
    }

    Color mutedOnCanvas() {
        Color muted = ground.muted();
        return muted.contrastTo(canvas()) >= Contrast.TEXT ? muted : onCanvas();
    }

    /** Of the ring around what has the focus. */
    Color focusOnCanvas() {
        return link().contrastTo(canvas()) >= Contrast.EDGE ? link() : onCanvas();
    }

    Color accent() {
        return brand.accentColor() == null ? ground.accent() : Color.of(brand.accentColor());
    }

    Color onAccent() {
        return accent().better(Color.WHITE, Color.BLACK);
    }

    /** Returns the accent of what is pointed at, on which its text still reads. */
    Color accentStrong() {
        return Stream.of(ground.end(), Color.BLACK, Color.WHITE)
                .map(end -> accent().mixed(end, STRONGER))
                .filter(strong -> !strong.equals(accent()) && strong.contrastTo(onAccent()) >= Contrast.TEXT)
                .findFirst()
                .orElseGet(this::accent);
    }

    /** Returns the accent as it is written on the card, and drawn around what is there. */
    Color link() {
        return accent().readable(Contrast.TEXT, ground.end(), ground.surface());
    }

    Color linkStrong() {
        return link().mixed(ground.end(), STRONGER);
    }

    /** Black or white reads on every colour: at the worst of all, a grey, both have 4.58 to 1. */
    private static Color readableOn(Color canvas, Color usual) {
        return Stream.of(usual, Color.WHITE)
                .filter(text -> text.contrastTo(canvas) >= Contrast.TEXT)
                .findFirst()
                .orElse(Color.BLACK);
    }
}
