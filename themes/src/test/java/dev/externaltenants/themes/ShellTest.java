package dev.externaltenants.themes;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.forms.login.MessageType;
import org.keycloak.theme.beans.MessageBean;

import static org.assertj.core.api.Assertions.assertThat;

/** Base's own pages inside our shell, and what the shell adds to every page. */
final class ShellTest {

    @ParameterizedTest
    @MethodSource("names")
    void basePagesWorkInTheShell(String name) {
        assertThat(BasePages.pages().get(name).render().split("<h1", -1)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tabsGoThroughBasePagesInTheOrderTheyAreRead(String name) {
        assertThat(BasePages.pages().get(name).render()).doesNotContainPattern("tabindex=\"[1-9]");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theShellAddsNoInlineScript(String name) {
        assertThat(BasePages.pages().get(name).render()).doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void passkeyPagesGetTheImportMapTheirScriptsNeed() {
        assertThat(Page.of("login.ftl").with("pageId", "login").render()).doesNotContain("importmap");
        assertThat(passkeyLogin().render()).contains("<script type=\"importmap\">");
    }

    @Test
    void theTitleIsTheHeadingAndTheNameOfTheRealm() {
        assertThat(Samples.identify().render()).contains("<title>Sign in – Contoso</title>");
    }

    @Test
    void aHeadingCannotEndTheTitle() {
        assertThat(Page.of("info.ftl")
                        .with("message", Map.of("summary", "</title><b>x", "type", "info"))
                        .render())
                .doesNotContain("</title><b>");
    }

    /** Of two requests at once in one session, one can find the forwarded message without its text. */
    @Test
    void aMessageWithoutTextIsNoMessage() {
        assertThat(Samples.identify()
                        .with("message", new MessageBean(null, MessageType.ERROR))
                        .render())
                .contains("id=\"username\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void namesLanguageAndDirection() {
        assertThat(Samples.identify().in(Locale.GERMAN).render()).contains("lang=\"de\" dir=\"ltr\"");
        assertThat(Samples.identify().rightToLeft().render()).contains("dir=\"rtl\"");
    }

    @Test
    void languagesAreLinks() {
        assertThat(Samples.identify().render())
                .contains("<a href=\"?kc_locale=de\" hreflang=\"de\">Deutsch</a>")
                .contains("hreflang=\"en\" aria-current=\"true\"");
    }

    @Test
    void manyLanguagesFoldAwayWithoutAScript() {
        assertThat(Samples.identify().languages("en", "de", "fr", "it").render())
                .contains("<summary");
    }

    @Test
    void anotherWayToSignInIsAButton() {
        assertThat(Samples.code(Map.of("purpose", "MFA")).withAnotherWay().render())
                .contains("<button id=\"try-another-way\"");
    }

    @Test
    void theRealmsSwitchForDarkModeIsObeyed() {
        assertThat(Samples.identify().with("darkMode", false).render()).contains("class=\"xt xt-light\"");
    }

    static List<String> names() {
        return List.copyOf(BasePages.pages().keySet());
    }

    private static Page passkeyLogin() {
        return Page.of("login.ftl")
                .with("enableWebAuthnConditionalUI", "true")
                .with("isUserIdentified", "false")
                .with("challenge", "c")
                .with("userVerification", "preferred")
                .with("rpId", "localhost")
                .with("createTimeout", 0)
                .with("authenticatorAttachment", "platform");
    }
}
