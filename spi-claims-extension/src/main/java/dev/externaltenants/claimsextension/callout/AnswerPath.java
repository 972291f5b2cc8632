package dev.externaltenants.claimsextension.callout;

/**
 * Where something stands in an answer, such as {@code data.actions[0].claims.tier}. It goes into logs, and the API chooses the
 * names in it: of these, what a log might take for something else is left out.
 */
public final class AnswerPath {

    public static final String DATA = "data";

    /** The one action of an answer. */
    public static final String ACTION = DATA + ".actions[0]";

    /** More than any name has that an API means. */
    private static final int MAX_NAME = 64;

    private AnswerPath() {}

    /** Returns where the member of this name stands; of an empty path, a member of the answer itself. */
    public static String of(String path, String member) {
        String name = member.length() > MAX_NAME ? member.substring(0, MAX_NAME) + "…" : member;
        String plain = name.replaceAll("[^\\p{L}\\p{N}@._:/ …-]", "?");
        return path.isEmpty() ? plain : path + "." + plain;
    }

    /** Returns where the element of a list stands. */
    public static String of(String path, int index) {
        return path + "[" + index + "]";
    }
}
