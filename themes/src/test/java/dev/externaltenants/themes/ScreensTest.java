package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.ScreenGroup;
import dev.externaltenants.themes.sample.Screens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The screens of a preview, and the page that shows them all. */
final class ScreensTest {

    @Test
    void eachHasAnIdOfItsOwnAndATitleOfItsOwnInItsGroup() {
        assertThat(Screens.groups().stream().flatMap(group -> group.screens().stream()))
                .extracting(Screen::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]+"));
        for (ScreenGroup group : Screens.groups()) {
            assertThat(group.screens()).extracting(Screen::title).doesNotHaveDuplicates();
        }
    }

    /** Renders each, because a screen without its sample would fail only where it is looked at. */
    @Test
    void noneLeadsAway() {
        Pattern away = Pattern.compile(
                "<a[^>]* href=\"(?!#|data:text/plain|\\?kc_locale=|/realms/contoso/login-actions)[^\"]*");
        for (ScreenGroup group : Screens.groups()) {
            for (Screen screen : group.screens()) {
                assertThat(Page.of(screen).render()).as(screen.id()).doesNotContainPattern(away);
            }
        }
    }

    @Test
    void thePageOfAllNeedsNoScriptAndEscapesNames() throws Exception {
        String html = index("\"><script>alert(1)</script>");

        assertThat(html)
                .contains("Preview of the draft", "E-mail address")
                .contains("src=\"/realms/contoso/xt-preview/a.b.c/xt-identify?kc_locale=de&amp;framed=true\"")
                .doesNotContain("<script", "<style", " style=");
        assertThat(Pattern.compile(" on[a-z]+=").matcher(html).find()).isFalse();
    }

    private static String index(String theme) throws Exception {
        Map<String, Object> preview = Map.of(
                "address",
                "/realms/contoso/xt-preview/a.b.c",
                "theme",
                theme,
                "until",
                "14:15",
                "phone",
                false,
                "groups",
                List.of(Map.of(
                        "title",
                        "Sign in",
                        "screens",
                        List.of(Map.of("id", "xt-identify", "title", "E-mail address")))));
        Map<String, Object> model = new HashMap<>(Map.of(
                "preview", preview,
                "lang", "de",
                "realm", Map.of("internationalizationEnabled", false),
                "xtBrand", Map.of("tenantName", "Contoso"),
                "url", Map.of("resourcesPath", "resources")));
        return Page.FREEMARKER.processTemplate(model, "xt-preview.ftl", Page.LOGIN);
    }
}
