package dev.externaltenants.customattributes.collection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a label into HTML that is safe whatever the label holds: {@code [text](https://…)}, {@code **bold**} and {@code
 * *italic*} become elements, all else is text.
 */
final class LabelHtml {

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)]\\(([^()\\s]+)\\)");

    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");

    private LabelHtml() {}

    static String render(String label) {
        StringBuilder html = new StringBuilder();
        render(label, html);
        return html.toString();
    }

    /** Returns the text of a label alone, for places that hold no elements. */
    static String withoutMarks(String label) {
        String escaped = ELEMENT.matcher(render(label)).replaceAll("");
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static void render(String label, StringBuilder html) {
        int position = 0;
        while (position < label.length()) {
            int next = renderElement(label, position, html);
            if (next == position) {
                html.append(escape(label.charAt(position)));
                next++;
            }
            position = next;
        }
    }

    /** Renders the element that begins here and returns where it ends, or the same position when none begins. */
    private static int renderElement(String label, int position, StringBuilder html) {
        return switch (label.charAt(position)) {
            case '[' -> renderLink(label, position, html);
            case '*' ->
                label.startsWith("**", position)
                        ? renderEmphasis(label, position, "**", "strong", html)
                        : renderEmphasis(label, position, "*", "em", html);
            default -> position;
        };
    }

    private static int renderLink(String label, int position, StringBuilder html) {
        Matcher link = LINK.matcher(label).region(position, label.length());
        if (!link.lookingAt()) {
            return position;
        }
        Optional<String> address = webAddress(link.group(2));
        if (address.isEmpty()) {
            return position;
        }
        html.append("<a href=\"").append(escape(address.get())).append("\" target=\"_blank\" rel=\"noopener\">");
        render(link.group(1), html);
        html.append("</a>");
        return link.end();
    }

    private static int renderEmphasis(String label, int position, String mark, String element, StringBuilder html) {
        int start = position + mark.length();
        int end = label.indexOf(mark, start);
        if (end <= start || label.substring(start, end).isBlank()) {
            return position;
        }
        html.append('<').append(element).append('>');
        render(label.substring(start, end), html);
        html.append("</").append(element).append('>');
        return end + mark.length();
    }

    /** Only addresses of web pages pass: no {@code javascript:}, no {@code data:}, nothing relative. */
    private static Optional<String> webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address.toString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> escaped.append(escape((char) character)));
        return escaped.toString();
    }

    private static String escape(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(character);
        };
    }
}
