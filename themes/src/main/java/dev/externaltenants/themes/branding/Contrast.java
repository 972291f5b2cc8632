package dev.externaltenants.themes.branding;

/** The least that WCAG 2.2 AA asks for. */
final class Contrast {

    /** Of text to its ground, 1.4.3. */
    static final double TEXT = 4.5;

    /** Of edges, ticks and the ring around what has the focus to what is beside them, 1.4.11. */
    static final double EDGE = 3;

    private Contrast() {}
}
