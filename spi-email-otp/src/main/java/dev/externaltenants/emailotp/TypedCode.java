package dev.externaltenants.emailotp;

/** A code as people and keyboards type it. */
final class TypedCode {

    /** Far longer than any code with separators; what follows is not looked at. */
    private static final int MAX_LENGTH = 64;

    private TypedCode() {}

    /** Returns the code in ASCII digits, without separators: letters stay, so that they make the code wrong. */
    static String normalise(String typed) {
        StringBuilder code = new StringBuilder();
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), MAX_LENGTH));
        text.codePoints().filter(c -> !isSeparator(c)).forEach(c -> {
            int digit = Character.digit(c, 10);
            code.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return code.toString();
    }

    private static boolean isSeparator(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> c == '.' || c == ',' || c == '/' || c == '\u00b7';
        };
    }
}
