package dev.externaltenants.themes.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators word, such as labels, in samples: {@code ${key}} stands for the theme's text in the page's language. */
public final class SampleTexts {

    private static final Pattern KEY = Pattern.compile("\\$\\{([\\w.]+)}");

    private SampleTexts() {}

    /**
     * Returns the value with all keys in it worded, at any depth of its maps and lists.
     *
     * @param texts gives the text of a key
     */
    public static Object worded(Object value, UnaryOperator<String> texts) {
        if (value instanceof String text) {
            return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(texts.apply(key.group(1))));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> worded(element, texts)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> worded = new LinkedHashMap<>();
            map.forEach((name, element) -> worded.put(name, worded(element, texts)));
            return worded;
        }
        return value;
    }
}
