package dev.externaltenants.userflow.input;

/** Which characters of a text say something, and which no honest text has, whoever typed it. */
public final class Characters {

    private Characters() {}

    /** No-break and zero-width spaces are no answer to a required question. */
    public static boolean sayNothing(String text) {
        return text.codePoints().allMatch(Characters::isInvisible);
    }

    /** Says whether the text has a character that is {@link #isForbidden forbidden}. */
    public static boolean areForbidden(String text) {
        return text.codePoints().anyMatch(Characters::isForbidden);
    }

    /**
     * Controls, halves of characters, and what turns the direction of others (Unicode Annex 9, 2.1 to 2.4), so that a page
     * would say something else than it holds. The marks of 2.6 turn nothing, and Arabic and Hebrew need them.
     */
    public static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
