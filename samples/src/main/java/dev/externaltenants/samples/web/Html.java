package dev.externaltenants.samples.web;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Markup that is safe to send: values put into it are escaped, unless they are markup themselves. */
public record Html(String markup) {

    public static final Html NOTHING = new Html("");

    /** Fills each {@code {}} of the template, in order. The template is ours, the values are anybody's. */
    public static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("More values than places in: " + template);
            }
            filled.append(template, from, hole).append(markupOf(value));
            from = hole + 2;
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    /** Collects pieces into one, in order. */
    public static Collector<Html, ?, Html> joined() {
        return Collectors.collectingAndThen(Collectors.mapping(Html::markup, Collectors.joining("\n")), Html::new);
    }

    private static String markupOf(Object value) {
        return value instanceof Html html ? html.markup() : escape(String.valueOf(value));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
