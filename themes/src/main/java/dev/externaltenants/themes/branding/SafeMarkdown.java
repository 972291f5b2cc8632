package dev.externaltenants.themes.branding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The small Markdown of the sign-in text: {@code [text](url)}, {@code **bold**} or {@code __bold__}, {@code *italics*} or
 * {@code _italics_}, {@code ++underline++}, and line breaks. All else is text, and so escaped: no tag comes out of here
 * that is not written here.
 */
public final class SafeMarkdown {

    private record Mark(String sign, String tag) {}

    /** Longer signs first: two stars are no two of one. */
    private static final List<Mark> MARKS = List.of(
            new Mark("**", "strong"),
            new Mark("__", "strong"),
            new Mark("++", "u"),
            new Mark("*", "em"),
            new Mark("_", "em"));

    private final Consumer<String> refusedLinks;

    private SafeMarkdown(Consumer<String> refusedLinks) {
        this.refusedLinks = refusedLinks;
    }

    /** Returns HTML that is safe between any tags; a link that is not safe stays as it was typed. */
    public static String html(String text) {
        return new SafeMarkdown(url -> {}).render(text);
    }

    /** Returns the address of the first link that would not become one. */
    static Optional<String> refusedLink(String text) {
        List<String> refused = new ArrayList<>();
        new SafeMarkdown(refused::add).render(text);
        return refused.stream().findFirst();
    }

    private String render(String text) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int next = link(text, at, html);
            if (next == at) {
                next = marked(text, at, html);
            }
            if (next == at) {
                escape(text.charAt(at), html);
                next++;
            }
            at = next;
        }
        return html.toString();
    }

    private int link(String text, int at, StringBuilder html) {
        int middle = text.charAt(at) == '[' ? text.indexOf("](", at) : -1;
        int end = middle < 0 ? -1 : text.indexOf(')', middle);
        if (end < 0 || middle == at + 1 || text.substring(at + 1, middle).contains("[")) {
            return at;
        }
        String url = text.substring(middle + 2, end);
        if (!LinkUrl.isAllowed(url)) {
            refusedLinks.accept(url);
            return at;
        }
        html.append("<a href=\"");
        escapeAll(url, html);
        html.append("\" target=\"_blank\" rel=\"noopener noreferrer\">")
                .append(render(text.substring(at + 1, middle)))
                .append("</a>");
        return end + 1;
    }

    private int marked(String text, int at, StringBuilder html) {
        for (Mark mark : MARKS) {
            if (text.startsWith(mark.sign(), at) && opens(text, at, mark)) {
                int from = at + mark.sign().length();
                int end = closing(text, from, mark);
                if (end > from) {
                    html.append('<').append(mark.tag()).append('>');
                    html.append(render(text.substring(from, end)));
                    html.append("</").append(mark.tag()).append('>');
                    return end + mark.sign().length();
                }
            }
        }
        return at;
    }

    /** An underscore within a word is part of it. */
    private static boolean opens(String text, int at, Mark mark) {
        return !mark.sign().startsWith("_") || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int closing(String text, int from, Mark mark) {
        int end = text.indexOf(mark.sign(), from);
        while (end >= 0
                && mark.sign().startsWith("_")
                && isInWord(text, end + mark.sign().length())) {
            end = text.indexOf(mark.sign(), end + 1);
        }
        return end;
    }

    private static boolean isInWord(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static void escapeAll(String text, StringBuilder html) {
        text.chars().forEach(c -> escape((char) c, html));
    }

    private static void escape(char c, StringBuilder html) {
        switch (c) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            case '\n' -> html.append("<br>");
            case '\r' -> {
                // A line ends with the next one.
            }
            default -> html.append(c);
        }
    }
}
