package dev.externaltenants.themes.language;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** A theme with an operator's texts over its own, and over the realm's. All else is the theme's. */
public final class WordedTheme implements Theme {

    private final Theme theme;
    private final Function<Locale, Map<String, String>> overrides;

    /** @param overrides gives message patterns by their keys in a language */
    public WordedTheme(Theme theme, Function<Locale, Map<String, String>> overrides) {
        this.theme = theme;
        this.overrides = overrides;
    }

    @Override
    public Properties getEnhancedMessages(RealmModel realm, Locale locale) throws IOException {
        Properties messages = theme.getEnhancedMessages(realm, locale);
        Map<String, String> own = overrides.apply(locale);
        if (own.isEmpty()) {
            return messages;
        }
        Properties worded = new Properties();
        worded.putAll(messages);
        worded.putAll(own);
        return worded;
    }

    @Override
    public String getName() {
        return theme.getName();
    }

    @Override
    public String getParentName() {
        return theme.getParentName();
    }

    @Override
    public String getImportName() {
        return theme.getImportName();
    }

    @Override
    public Type getType() {
        return theme.getType();
    }

    @Override
    public URL getTemplate(String name) throws IOException {
        return theme.getTemplate(name);
    }

    @Override
    public InputStream getResourceAsStream(String path) throws IOException {
        return theme.getResourceAsStream(path);
    }

    @Override
    public Properties getMessages(Locale locale) throws IOException {
        return theme.getMessages(locale);
    }

    @Override
    public Properties getMessages(String baseBundlename, Locale locale) throws IOException {
        return theme.getMessages(baseBundlename, locale);
    }

    @Override
    public Properties getProperties() throws IOException {
        return theme.getProperties();
    }

    @Override
    public boolean hasResource(String path) throws IOException {
        return theme.hasResource(path);
    }

    @Override
    public boolean hasContentHash(String path) throws IOException {
        return theme.hasContentHash(path);
    }

    @Override
    public boolean isAbstract() throws IOException {
        return theme.isAbstract();
    }
}
