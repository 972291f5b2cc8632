package dev.externaltenants.customattributes.signup;

/** Which characters of a text say something, and which no honest answer has. */
final class Characters {

    private Characters() {}

    /** No-break and zero-width spaces are no answer to a required question. */
    static boolean sayNothing(String text) {
        return text.codePoints().allMatch(Characters::isInvisible);
    }

    /** Controls, broken surrogates and overrides of the writing direction: none is part of an honest answer. */
    static boolean areForbidden(String text) {
        return text.codePoints().anyMatch(Characters::isForbidden);
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
