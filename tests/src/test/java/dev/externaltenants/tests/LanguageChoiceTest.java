package dev.externaltenants.tests;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which language a customer of a tenant with all languages gets. */
@Tag("any-database")
final class LanguageChoiceTest {

    private static final List<String> ALL = List.of(
            ("en ar bg ca cs da de el es et eu fi fr gl he hr hu it ja kk ko lt lv nl no pl pt pt-BR ro ru sk sl "
                            + "sr-Latn sv th tr uk zh-Hans zh-Hant")
                    .split(" "));

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("languages", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void allLanguages() {
        TENANT.admin().put(TENANT.path(""), Map.of("languages", ALL)).expect(200);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("default")));
    }

    @Test
    void aTenantSpeaksAllThirtyNine() {
        assertThat(ALL).hasSize(39);
        assertThat(new FormBrowser()
                        .open(shop.signIn().uri())
                        .document()
                        .select("#kc-locale a")
                        .eachAttr("hreflang"))
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, ar, rtl, تسجيل الدخول",
        "he, he, rtl, כניסה",
        "ja, ja, ltr, サインイン",
        "sr-Latn-RS, sr-Latn, ltr, Prijav",
        "zh-CN, zh-Hans, ltr, 登录",
        "zh-TW, zh-Hant, ltr, 登入",
        "nb-NO, no, ltr, Logg",
        "pt-PT, pt, ltr, Iniciar",
        "pt-BR, pt-BR, ltr, Entrar",
    })
    void aBrowserGetsThePageInItsLanguage(String browser, String language, String direction, String word) {
        FormPage page = new FormBrowser(Map.of("Accept-Language", browser + ",en;q=0.5"))
                .open(shop.signIn().uri());

        Element html = page.document().selectFirst("html");
        assertThat(html.attr("lang")).isEqualTo(language);
        assertThat(html.attr("dir")).isEqualTo(direction);
        assertThat(page.document().select("h1, button").text()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "mkt, de-DE, de",
        "ui_locales, de-DE, de",
        "ui_locales, xx fr-CA de, fr",
        "mkt, pt-BR, pt-BR",
        "mkt, zh-HK, zh-Hant",
        "ui_locales, zh-TW, zh-Hant",
        "mkt, zh-CN, zh-Hans",
        "mkt, sr-Latn-RS, sr-Latn",
        "mkt, nb-NO, no",
        "mkt, iw, he",
        "mkt, tlh, en",
        "mkt, ../../de, en",
        "ui_locales, <script>, en",
    })
    void theAppSaysWhichLanguage(String parameter, String tag, String language) {
        assertThat(language(new FormBrowser()
                        .open(shop.signIn(Map.of(parameter, tag)).uri())))
                .isEqualTo(language);
    }

    @Test
    void uiLocalesCountsMoreThanMkt() {
        Map<String, String> both = Map.of("ui_locales", "fr", "mkt", "de-DE");

        assertThat(language(new FormBrowser().open(shop.signIn(both).uri()))).isEqualTo("fr");
    }

    @Test
    void theMenuWorksWithoutAScriptAndIsRemembered() {
        FormBrowser browser = new FormBrowser();
        FormPage page = browser.open(shop.signIn(Map.of("mkt", "de-DE")).uri());

        FormPage chosen = browser.open(URI.create(
                page.document().selectFirst("#kc-locale a[hreflang=zh-Hant]").absUrl("href")));

        assertThat(language(chosen)).isEqualTo("zh-Hant");
        assertThat(language(browser.open(shop.signIn().uri()))).isEqualTo("zh-Hant");
    }

    @Test
    void mailsFollow() {
        FormBrowser browser = new FormBrowser();
        String address = Customers.anyone();
        FormPage page = browser.open(shop.signIn(Map.of("mkt", "ja-JP")).uri());

        FormPage email = browser.open(page.signUpLink());
        browser.submit(email, Map.of("email", address)).asking("code");

        assertThat(MAIL.nextTo(address).html()).contains("lang=\"ja\"");
    }

    /** A cookie with a line end cannot be sent, and the attempt was logged with the line end. */
    @ParameterizedTest
    @ValueSource(strings = {"/account/farewell?", "/login-actions/reset-credentials?client_id=shop&"})
    void whatIsNoLanguageIsNotRemembered(String page) {
        URI base = URI.create(TENANT.issuer() + page);

        for (String tag : List.of("%0A2026-01-01%20INFO%20forged", "de%0Ax", "x".repeat(3000), "tlh")) {
            FormBrowser browser = new FormBrowser();
            FormPage shown = browser.open(URI.create(base + "kc_locale=" + tag));

            assertThat(shown.status()).as(tag).isLessThan(500);
            assertThat(browser.cookie("KEYCLOAK_LOCALE")).as(tag).isIn("", "de");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de;q=abc", "de;q=2", "en;q=1;q=2", ";;;", "*"})
    void aBrowserThatSaysItWronglyGetsThePage(String header) {
        FormBrowser browser = new FormBrowser(Map.of("Accept-Language", header, "Accept", "text/html"));

        FormPage signIn = browser.open(shop.signIn().uri());
        FormPage nowhere = browser.open(URI.create(TENANT.issuer() + "/nosuch"));

        assertThat(language(signIn)).isEqualTo("en");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(language(nowhere)).isEqualTo("en");
    }

    private static String language(FormPage page) {
        return page.document().selectFirst("html").attr("lang");
    }
}
