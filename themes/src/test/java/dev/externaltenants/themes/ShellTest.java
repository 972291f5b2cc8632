package dev.externaltenants.themes;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.externaltenants.themes.sample.Samples;
import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.Screens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.forms.login.MessageType;
import org.keycloak.theme.beans.MessageBean;

import static org.assertj.core.api.Assertions.assertThat;

/** Base's own pages inside our shell, and what the shell adds to every page. */
final class ShellTest {

    @ParameterizedTest
    @MethodSource("names")
    void basePagesWorkInTheShell(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render().split("<h1", -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tabsGoThroughBaseSamplesInTheOrderTheyAreRead(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render()).doesNotContainPattern("tabindex=\"[1-9]");
    }

    /** What the page's own policy, script-src 'self' and style-src 'self', would not let run. */
    @ParameterizedTest
    @MethodSource("names")
    void noPageHasCodeInside(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("javascript:");
    }

    /** All else of it stays. */
    @ParameterizedTest
    @MethodSource("everyScreen")
    void noPageInAFrameTakesTheCursor(Screen screen) {
        String framed = Page.of(screen).with("xtFramed", true).render();

        assertThat(framed)
                .isEqualTo(Page.of(screen).render().replaceAll(" autofocus(?:=\"autofocus\")?(?=[\\s>])", ""))
                .doesNotContain("autofocus");
    }

    static Stream<Screen> everyScreen() {
        return Screens.groups().stream().flatMap(group -> group.screens().stream());
    }

    /** What is taken out of base's tags may stand in a value: it is the customer's. */
    @ParameterizedTest
    @CsvSource({
        "kim onx=, kim onx=",
        "kim tabindex=, kim tabindex=",
        "kim onx=\"1\", kim onx=&quot;1&quot;",
        "kim onx=> onx=, kim onx=&gt; onx=",
        "kim autofocus=, kim autofocus=",
        "kim autofocus> autofocus, kim autofocus&gt; autofocus",
    })
    void noEntryLosesAnything(String typed, String written) {
        assertThat(Page.of(Screens.find("login").orElseThrow())
                        .with("login", Map.of("username", typed))
                        .with("xtFramed", true)
                        .render())
                .contains("name=\"username\" value=\"" + written + "\"")
                .doesNotContain("onsubmit=");
    }

    /** What is written before an end tag of head, see {@code org.keycloak.services.util.BrowserHistoryHelper}. */
    @ParameterizedTest
    @MethodSource("names")
    void keycloakFindsNoPlaceForItsScript(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render()).doesNotContainIgnoringCase("</head>");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPageLetsInNothingFromElsewhere(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render())
                .contains("content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
                .doesNotContainPattern("<(?:script|img|link)[^>]*(?:src|href)=\"https?:");
    }

    @Test
    void everyPageOfBaseIsShownHere() throws IOException {
        Set<String> shown = new TreeSet<>(Set.of(
                "template.ftl",
                "theme-resources.ftl",
                "footer.ftl",
                "passkeys.ftl",
                "password-commons.ftl",
                "register-commons.ftl",
                "user-profile-commons.ftl",
                // For the text of a terminal, not for a browser.
                "cli_splash.ftl"));
        Screens.keycloaks().forEach(screen -> shown.add(screen.id() + ".ftl"));
        assertThat(shown).containsAll(OverriddenPagesTest.templatesOfBase("login"));
    }

    @Test
    void theTitleIsTheHeadingAndTheNameOfTheRealm() {
        assertThat(Page.of(Samples.identify()).render()).contains("<title>Sign in – Contoso</title>");
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
        assertThat(Page.of(Samples.identify())
                        .with("message", new MessageBean(null, MessageType.ERROR))
                        .render())
                .contains("id=\"username\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void namesLanguageAndDirection() {
        assertThat(Page.of(Samples.identify()).in(Locale.GERMAN).render()).contains("lang=\"de\" dir=\"ltr\"");
        assertThat(Page.of(Samples.identify()).rightToLeft().render()).contains("dir=\"rtl\"");
    }

    @Test
    void languagesAreLinks() {
        assertThat(Page.of(Samples.identify()).render())
                .contains("<a href=\"?kc_locale=de\" hreflang=\"de\">German (Deutsch)</a>")
                .contains("hreflang=\"en\" aria-current=\"true\"");
    }

    @Test
    void manyLanguagesFoldAwayWithoutAScript() {
        assertThat(Page.of(Samples.identify()).languages("en", "de", "fr", "it").render())
                .contains("<summary");
    }

    @Test
    void anotherWayToSignInIsAButton() {
        assertThat(Page.of(Samples.code(Map.of("purpose", "MFA")))
                        .withAnotherWay()
                        .render())
                .contains("<button id=\"try-another-way\"");
    }

    @Test
    void theRealmsSwitchForDarkModeIsObeyed() {
        assertThat(Page.of(Samples.identify()).with("darkMode", false).render()).contains("class=\"xt xt-light\"");
    }

    @Test
    void withoutABrandThePageHasNothingOfOne() {
        assertThat(Page.of(Samples.identify()).render())
                .contains("<html class=\"xt\"")
                .doesNotContain("xt-top")
                .doesNotContain("<footer")
                .contains("resources/img/favicon.svg");
    }

    @Test
    void aBrandSetsLayoutStylesheetFaviconLogosAndFooter() {
        assertThat(Brand.on(Page.of(Samples.identify())).render())
                .contains("<html class=\"xt xt-partial xt-end\"")
                .contains("<link rel=\"stylesheet\" href=\"brand/brand.css\">")
                .contains("<link rel=\"icon\" href=\"brand/favicon.png\">")
                .contains("<div class=\"xt-top\"><img src=\"brand/header.png\" width=\"245\" height=\"36\" alt=\"\">")
                .contains("<img src=\"brand/banner.png\" width=\"245\" height=\"36\" alt=\"Contoso\">")
                .contains("<a id=\"xt-privacy\" href=\"https://contoso.example/privacy\"")
                .contains(">Terms of use</a>");
    }

    @Test
    void aPictureThatFillsThePageHasOneSheetOnIt() {
        assertThat(Brand.with(Map.of("layout", "full"), Page.of(Samples.identify()))
                        .render())
                .contains("class=\"xt xt-full xt-sheet xt-end\"");
        assertThat(Brand.with(Map.of("layout", "full", "background", false), Page.of(Samples.identify()))
                        .render())
                .contains("class=\"xt xt-full xt-end\"");
    }

    @Test
    void theTextOfABrandStandsOnTheSignInPageAndItsHintBelowTheField() {
        assertThat(Brand.on(Page.of(Samples.identify())).render())
                .contains("Need <strong>help</strong>?")
                .contains("aria-describedby=\"xt-username-hint\"")
                .contains("<p id=\"xt-username-hint\" class=\"xt-hint\"><bdi>Your customer number</bdi></p>");
        assertThat(Brand.on(Page.of(Samples.password())).render())
                .doesNotContain("Need <strong>help")
                .contains("Lost it?</bdi></a>");
    }

    @Test
    void headerAndFooterAreShownOnlyWhereTheBrandSaysSo() {
        assertThat(Brand.with(Map.of("header", false, "footer", false), Page.of(Samples.identify()))
                        .render())
                .doesNotContain("xt-top")
                .doesNotContain("<footer");
    }

    @Test
    void theSquareLogoStandsBesideTheNameUnlessThereIsABanner() {
        Map<String, Object> square =
                Map.of("squareLogo", Brand.image("square"), "squareLogoDark", Brand.image("night"));
        assertThat(Page.of("xt-email.ftl", Map.of("email", ""))
                        .with("xtBrand", square)
                        .render())
                .contains("<source srcset=\"brand/night.png\" media=\"(prefers-color-scheme: dark)\">")
                .contains("<img class=\"xt-mark\" src=\"brand/square.png\"")
                .contains(">Contoso</div>");
    }

    @Test
    void textsOfABrandCannotBreakOut() {
        String nasty = "\"><script>alert(1)</script>";
        Map<String, Object> link = Map.of("text", nasty, "url", "https://x.example/" + nasty);
        Map<String, Object> texts = Map.of(
                "privacy",
                link,
                "terms",
                link,
                "usernameHint",
                nasty,
                "resetText",
                nasty,
                "stylesheet",
                nasty,
                "favicon",
                nasty);
        assertThat(Brand.with(texts, Page.of(Samples.identify())).render()).doesNotContain("<script>");
        assertThat(Brand.with(texts, Page.of(Samples.password())).render()).doesNotContain("<script>");
    }

    static List<String> names() {
        return Screens.keycloaks().stream().map(Screen::id).toList();
    }
}
