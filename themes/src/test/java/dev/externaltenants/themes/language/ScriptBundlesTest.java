package dev.externaltenants.themes.language;

import java.io.IOException;
import java.util.Locale;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.theme.ClasspathThemeResourceProviderFactory;
import org.keycloak.theme.ThemeResourceProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of a language that a script tells apart reach the pages. */
final class ScriptBundlesTest {

    private static final String BUNDLE = "sample";

    @ParameterizedTest
    @CsvSource({"sr-Latn, Latinicom", "zh-Hans, 简体", "zh-CN, 简体"})
    void findsTheTextsByScript(String tag, String text) throws IOException {
        assertThat(new ScriptBundles().getMessages(BUNDLE, Locale.forLanguageTag(tag)))
                .containsEntry("xtSample", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr", "zh", "zh-Hant", "en", "pt-BR"})
    void hasNoneForOtherLanguages(String tag) throws IOException {
        assertThat(new ScriptBundles().getMessages(BUNDLE, Locale.forLanguageTag(tag)))
                .isEmpty();
    }

    /** Once this fails, Keycloak finds them itself, and this provider can go. */
    @Test
    void keycloakItselfDoesNotFindThem() throws IOException {
        assertThat(new ClasspathThemeResourceProviderFactory("test", getClass().getClassLoader())
                        .getMessages(BUNDLE, Locale.forLanguageTag("sr-Latn")))
                .isEmpty();
    }

    @Test
    void keycloakIsToldOfIt() {
        assertThat(ServiceLoader.load(ThemeResourceProviderFactory.class))
                .anyMatch(ScriptBundlesFactory.class::isInstance);
    }
}
