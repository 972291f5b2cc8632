package dev.externaltenants.userflow.input;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.type.MapType;

/**
 * An operator's text for customers: one for all of them, or one by language. In JSON a string or an object.
 *
 * @param plain the text for all languages, or null
 * @param byLanguage by language tag, empty beside a plain text
 */
@JsonDeserialize(using = LocalText.Reader.class)
public record LocalText(String plain, Map<String, String> byLanguage) {

    public static final LocalText NONE = new LocalText(null, Map.of());

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    public static LocalText of(String plain) {
        return new LocalText(plain, Map.of());
    }

    public static LocalText of(Map<String, String> byLanguage) {
        return new LocalText(null, byLanguage);
    }

    /**
     * Returns the languages to look a text up in, best first: the customer's, it without its region, the realm's, English.
     *
     * @param realmDefault language tag, or null
     */
    public static List<String> languages(Locale customer, String realmDefault) {
        return Stream.concat(ofCustomer(customer).stream(), Stream.of(realmDefault, "en"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the customer's language, and it without its region. */
    public static List<String> ofCustomer(Locale customer) {
        return List.of(customer.toLanguageTag(), customer.getLanguage());
    }

    /** Returns the text in the first of these languages that it has, else in any; empty when it has none. */
    public Optional<String> in(List<String> languages) {
        return inOneOf(languages).or(() -> byTag().values().stream().findFirst());
    }

    /** Returns the text in the first of these languages that it has, or the one for all. */
    public Optional<String> inOneOf(List<String> languages) {
        Map<String, String> byTag = byTag();
        return Optional.ofNullable(plain).or(() -> languages.stream()
                .map(tag -> byTag.get(normal(tag)))
                .filter(Objects::nonNull)
                .findFirst());
    }

    private Map<String, String> byTag() {
        Map<String, String> byTag = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byLanguage.forEach((tag, text) -> byTag.put(normal(tag), text));
        return byTag;
    }

    @JsonValue
    Object json() {
        return plain == null ? byLanguage : plain;
    }

    private static String normal(String tag) {
        return tag.replace('_', '-');
    }

    /** Takes both forms, with the same strictness as any other text. */
    static final class Reader extends JsonDeserializer<LocalText> {

        @Override
        public LocalText deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return LocalText.of(context.readValue(parser, String.class));
            }
            MapType texts = context.getTypeFactory().constructMapType(TreeMap.class, String.class, String.class);
            Map<String, String> byLanguage = context.readValue(parser, texts);
            return LocalText.of(byLanguage);
        }
    }
}
