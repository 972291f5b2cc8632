package dev.externaltenants.themes.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

import org.keycloak.theme.ThemeResourceProvider;

/**
 * Finds our texts for languages that a script tells apart. Keycloak looks for the bundles of theme resources by {@link
 * Locale#toString()}, which is {@code zh__#Hans}, but for those of themes by {@code zh_Hans}
 * (ClasspathThemeResourceProviderFactory and FileBasedTheme of Keycloak 26.7.4); without this, the pages of our own
 * steps would be English between Chinese ones.
 */
final class ScriptBundles implements ThemeResourceProvider {

    private static final String FOLDER = "/theme-resources/messages/";

    /** Returns none: templates are found by Keycloak's own provider. */
    @Override
    public URL getTemplate(String name) {
        return null;
    }

    /** Returns none: resources are found by Keycloak's own provider. */
    @Override
    public InputStream getResourceAsStream(String path) {
        return null;
    }

    /**
     * Returns the texts of a bundle in a language with a script.
     *
     * @param bundle the name before the language, such as {@code messages}
     * @param locale any; one that names no script has no texts here
     * @throws IOException if the file cannot be read
     */
    @Override
    public Properties getMessages(String bundle, Locale locale) throws IOException {
        Properties texts = new Properties();
        String script = script(locale);
        if (script.isEmpty()) {
            return texts;
        }
        String file = FOLDER + bundle + "_" + locale.getLanguage() + "_" + script + ".properties";
        try (InputStream stream = ScriptBundles.class.getResourceAsStream(file)) {
            if (stream != null) {
                texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Of Chinese by country, too, as Keycloak's themes take it. */
    private static String script(Locale locale) {
        return switch (locale.toLanguageTag()) {
            case "zh-CN" -> "Hans";
            case "zh-TW" -> "Hant";
            default -> locale.getScript();
        };
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
