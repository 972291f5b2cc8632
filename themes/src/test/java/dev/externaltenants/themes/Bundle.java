package dev.externaltenants.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of one language from one file, read strictly as UTF-8. */
record Bundle(String language, Properties texts) {

    static final Path OURS = Path.of("src/main/resources/theme-resources/messages");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
    private static final Pattern TAG = Pattern.compile("</?[a-z][^>]*>");

    /** The bundles of a folder, by language; none where the folder does not exist. */
    static List<Bundle> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Bundle::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bundle ours(String language) {
        return read(OURS.resolve("messages_" + language + ".properties"));
    }

    /** What Keycloak's base theme says, nothing where it lacks the language. */
    static Bundle ofBase(String type, String language) {
        String path = "/theme/base/" + type + "/messages/messages_" + language + ".properties";
        try (InputStream stream = Bundle.class.getResourceAsStream(path)) {
            return new Bundle(
                    language, parse(stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Bundle(name.replaceAll("messages_|\\.properties", ""), parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Not UTF-8: " + file, e);
        }
    }

    private static Properties parse(String content) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(content));
        return texts;
    }

    Locale locale() {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    String text(String key) {
        return texts.getProperty(key);
    }

    /** The text with a number in place of each value. */
    String text(String key, int number) {
        Object[] values = {number, number, number, number, number, number, number};
        return new MessageFormat(text(key), locale()).format(values);
    }

    /** What a person reads: without values, tags, addresses and doubled apostrophes. */
    String words(String key) {
        return text(key)
                .replaceAll("<[^>]*>|\\S+@\\S+", " ")
                .replaceAll("\\{\\d,choice,|\\{\\d}", " ")
                .replace("''", "'")
                .strip();
    }

    Set<String> placeholders(String key) {
        return all(PLACEHOLDER, key);
    }

    Set<String> tags(String key) {
        return all(TAG, key);
    }

    private Set<String> all(Pattern pattern, String key) {
        Set<String> hits = new TreeSet<>();
        pattern.matcher(text(key)).results().map(MatchResult::group).forEach(hits::add);
        return hits;
    }
}
