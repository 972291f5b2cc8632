package dev.externaltenants.customattributes;

/**
 * The attributes that say whose password another system still holds. Whoever writes one has that system decide about the
 * account's password, so only administrators do.
 */
public final class MigrationAttribute {

    /** As in Microsoft's own descriptions of the event. */
    public static final String DEFAULT = "toBeMigrated";

    private MigrationAttribute() {}

    /**
     * Returns whether the attribute was made for migration: its name begins with {@link #DEFAULT}, in any case, as some
     * databases compare names. An attribute made for anything else may be true of anybody, and so of whom nobody meant.
     */
    public static boolean is(String name) {
        return name != null && name.regionMatches(true, 0, DEFAULT, 0, DEFAULT.length());
    }
}
