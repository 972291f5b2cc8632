package dev.externaltenants.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.theme.PropertiesUtil;
import org.keycloak.theme.Theme;

/** Our theme on top of Keycloak's base theme and under it our theme resources: the order in which the server looks. */
final class ThemeOnClasspath implements Theme {

    static final String NAME = "external-tenant";

    private final Type type;
    private final Map<Locale, Properties> messages = new ConcurrentHashMap<>();

    ThemeOnClasspath(Type type) {
        this.type = type;
    }

    @Override
    public URL getTemplate(String name) {
        return places(name)
                .map(ThemeOnClasspath.class::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Stream<String> places(String name) {
        return List.of(folder(NAME) + name, folder("base") + name, "/theme-resources/templates/" + name).stream();
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        return ThemeOnClasspath.class.getResourceAsStream(folder(NAME) + "resources/" + path);
    }

    /** Read once, as the server does: thousands of pages are rendered from nine files each. */
    @Override
    public Properties getMessages(Locale locale) {
        return (Properties) messages.computeIfAbsent(locale, this::readMessages).clone();
    }

    private Properties readMessages(Locale locale) {
        Properties read = new Properties();
        String full = locale.toLanguageTag().replace('-', '_');
        for (String language : List.of("en", locale.getLanguage(), full)) {
            String file = "messages/messages_" + language + ".properties";
            putAll(read, "/theme-resources/" + file);
            putAll(read, folder("base") + file);
            putAll(read, folder(NAME) + file);
        }
        return read;
    }

    @Override
    public Properties getMessages(String bundle, Locale locale) {
        return getMessages(locale);
    }

    @Override
    public Properties getEnhancedMessages(RealmModel realm, Locale locale) {
        return getMessages(locale);
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        putAll(properties, folder("base") + "theme.properties");
        putAll(properties, folder(NAME) + "theme.properties");
        return properties;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getParentName() {
        return getProperties().getProperty("parent");
    }

    @Override
    public String getImportName() {
        return getProperties().getProperty("import");
    }

    @Override
    public Type getType() {
        return type;
    }

    private String folder(String theme) {
        return "/theme/" + theme + "/" + type.name().toLowerCase(Locale.ROOT) + "/";
    }

    private static void putAll(Properties properties, String path) {
        try (InputStream stream = ThemeOnClasspath.class.getResourceAsStream(path)) {
            if (stream != null) {
                PropertiesUtil.readCharsetAware(properties, stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
